extension PageScript {
    /// Filters and sorts the rows of the overview, and tells by the viewer's own calendar what is due.
    ///
    /// It reads what stands in the table, holds no words of its own, and asks for nothing; without it the table is
    /// complete in its written order. `hash` belongs to these very bytes: a test tells it after a change.
    static let overview = PageScript(
        text: #"""
            (function () {
              "use strict";
              const table = document.getElementById("clients"), form = document.getElementById("controls");
              if (!table || !form) return;
              const words = form.dataset, body = table.tBodies[0], day = 864e5, soon = 14;
              const heads = Array.from(table.tHead.rows[0].cells);
              const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
              const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
              const number = text => text === undefined ? NaN : Number(text);
              const rows = Array.from(body.rows, (row, place) => {
                const cells = row.cells, due = cells[4].dataset;
                return {
                  row, place, level: row.dataset.level, stage: row.dataset.stage || "",
                  text: plain(cells[0].textContent + " " + cells[1].textContent),
                  keys: heads.map((head, column) =>
                    column === 0 ? cells[0].querySelector(".name").textContent : number(cells[column].dataset.v)),
                  from: number(due.from), until: number(due.until), touchUp: number(due.touch), cell: cells[4]
                };
              });
              let down = false, current = rows;

              function mark(entry, today) {
                const old = entry.cell.querySelector(".due"), marks = document.createElement("span");
                if (old) old.remove();
                marks.className = "due";
                entry.overdue = today > entry.until;
                entry.soon = entry.keys[4] <= today + soon || entry.touchUp <= today + soon;
                const add = (text, style) => {
                  const label = document.createElement("span");
                  label.className = style;
                  label.textContent = text;
                  marks.append(label, " ");
                };
                if (entry.overdue) add(words.overdue, "mark attention");
                else if (today >= entry.from) add(words.now, "mark");
                if (today >= entry.touchUp) add(words.touch, "mark");
                if (marks.firstChild) entry.cell.prepend(marks);
              }

              function compare(left, right, column) {
                const a = left.keys[column], b = right.keys[column];
                if (column === 0) return (down ? -1 : 1) * collator.compare(a, b);
                if (isNaN(a) || isNaN(b)) return isNaN(a) - isNaN(b);
                return down ? b - a : a - b;
              }

              function rank(entry) {
                return entry.level === "attention" ? 0 : entry.level === "failure" ? 1 : entry.overdue ? 2 : 3;
              }

              function apply() {
                const wanted = plain(form.elements.find.value).split(/\s+/).filter(Boolean);
                const level = form.elements.level.value, stage = form.elements.stage.value;
                const due = form.elements.due.checked, sort = form.elements.sort.value;
                let shown = 0, overdue = 0;
                for (const entry of rows) {
                  const hides = level && entry.level !== level || stage && entry.stage !== stage || due && !entry.soon
                    || !wanted.every(word => entry.text.includes(word));
                  if (entry.row.hidden !== hides) entry.row.hidden = hides;
                  shown += !hides;
                  overdue += !hides && entry.overdue;
                }
                const order = rows.slice().sort(sort === ""
                  ? (a, b) => rank(a) - rank(b) || a.place - b.place
                  : (a, b) => compare(a, b, Number(sort)) || a.place - b.place);
                if (order.some((entry, place) => entry !== current[place])) {
                  const all = document.createDocumentFragment();
                  for (const entry of order) all.append(entry.row);
                  body.append(all);
                  current = order;
                }
                heads.forEach((head, column) => {
                  if (sort !== "" && column === Number(sort)) {
                    head.setAttribute("aria-sort", down ? "descending" : "ascending");
                  } else head.removeAttribute("aria-sort");
                });
                const parts = [(shown === rows.length ? words.all : words.shown)
                  .replace("##", rows.length).replace("#", shown)];
                if (overdue) parts.push(words.count.replace("#", overdue));
                document.getElementById("shown").textContent = parts.join(" · ");
                document.getElementById("empty").hidden = shown > 0;
              }

              function begin() {
                const now = new Date();
                const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / day;
                rows.forEach(entry => mark(entry, today));
                apply();
              }

              heads.forEach((head, column) => {
                const button = document.createElement("button");
                button.type = "button";
                button.append(...head.childNodes);
                head.append(button);
                button.addEventListener("click", () => {
                  const first = head.dataset.first === "down";
                  down = form.elements.sort.value === String(column) ? !down : first;
                  form.elements.sort.value = String(column);
                  apply();
                });
              });
              function changed(event) {
                const sort = form.elements.sort;
                if (event.target === sort) down = sort.value !== "" && heads[Number(sort.value)].dataset.first === "down";
                apply();
              }
              form.addEventListener("input", changed);
              form.addEventListener("change", changed);
              form.addEventListener("submit", event => event.preventDefault());
              form.addEventListener("reset", () => { down = false; setTimeout(apply); });
              form.hidden = false;
              // Who comes back to the page may find it as it was left, days ago, or with the form filled again.
              window.addEventListener("pageshow", event => {
                const fields = Array.from(form.elements);
                if (event.persisted || fields.some(field => field.checked || field.value)) begin();
              });
              begin();
            })();
            """#,
        hash: "gBxH8Jr/doKcBfIbID4nTCmR1vpJxe+8HB7CnzV3sO8=")
}
