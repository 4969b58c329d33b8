"""Opens the page of all clients in headless Chromium: size, speed, sorting, filters, keyboard, policy, pictures.

Usage: overview.py FOLDER, where FOLDER holds many.html (1,000 clients), some.html and none.html. Pictures are written
beside them. Exit status 1 where something is not as it must be.
"""

import pathlib
import sys
import time

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

# What the project promises of 1,000 clients with 12 photos each.
MOST_BYTES = 3_000_000
MOST_MILLISECONDS = 1_000
# Chromium makes no window narrower than this; a phone has to be emulated.
NARROWEST_WINDOW = 500
# The day that the browser believes in, so that what is due is the same in every run: 1 October 2026, noon.
TODAY = "new Date(2026, 9, 1, 12)"
FROZEN = f"""(() => {{ const Real = Date, now = +{TODAY};
  globalThis.Date = class extends Real {{ constructor(...a) {{ a.length ? super(...a) : super(now); }} }}; }})()"""

failures = []


def check(holds, words):
    print(("ok      " if holds else "FAILED  ") + words)
    if not holds:
        failures.append(words)


def browser(width, height, dark=False):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars", f"--window-size={width},{height}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if width < NARROWEST_WINDOW:
        metrics = {"width": width, "height": height, "pixelRatio": 2, "mobile": True}
        options.add_experimental_option("mobileEmulation", {"deviceMetrics": metrics})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": FROZEN})
    if dark:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                               {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    return driver


def timed(driver, action):
    """Milliseconds that an action in the page takes, the new layout and the next frame included."""
    return driver.execute_async_script("""
        const done = arguments[arguments.length - 1], start = performance.now();
        %s;
        document.body.offsetHeight;
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));""" % action)


def column(driver, number):
    return driver.execute_script(
        "return Array.from(document.querySelectorAll('#clients tbody tr:not([hidden])'), row => "
        "{ const v = row.cells[arguments[0]].dataset.v; return v === undefined ? null : Number(v); })", number)


def ordered(values, down=False):
    known = [value for value in values if value is not None]
    missing_last = all(value is None for value in values[len(known):])
    return missing_last and known == sorted(known, reverse=down)


def speed(folder):
    size = (folder / "many.html").stat().st_size
    check(size < MOST_BYTES, f"1,000 clients take {size:,} bytes (at most {MOST_BYTES:,})")
    driver = browser(1280, 900)
    begin = time.monotonic()
    driver.get((folder / "many.html").as_uri())
    opened = (time.monotonic() - begin) * 1000
    check(opened < MOST_MILLISECONDS, f"opened in {opened:.0f} ms (under {MOST_MILLISECONDS})")
    heads = driver.find_elements(By.CSS_SELECTOR, "#clients thead button")
    check(len(heads) == 7, "every column has a button")
    for number, head in enumerate(heads):
        name = head.text
        took = timed(driver, f"document.querySelectorAll('#clients thead button')[{number}].click()")
        check(took < MOST_MILLISECONDS, f"sorted by {name} in {took:.0f} ms")
        direction = head.find_element(By.XPATH, "..").get_attribute("aria-sort")
        if number:
            check(ordered(column(driver, number), direction == "descending"), f"{name} is {direction}")
    took = timed(driver, "const f = document.getElementById('controls').elements.find; f.value = 'hohenstein'; "
                         "f.dispatchEvent(new Event('input', {bubbles: true}))")
    shown = driver.find_element(By.ID, "shown").text
    check(took < MOST_MILLISECONDS and shown.startswith("84 of 1000 clients shown"), f"searched in {took:.0f} ms: {shown}")
    check(not driver.get_log("browser"), "nothing is complained of in the console")
    driver.quit()


def use(folder):
    driver = browser(1280, 900)
    driver.get((folder / "some.html").as_uri())
    rows = lambda: driver.find_elements(By.CSS_SELECTOR, "#clients tbody tr:not([hidden])")
    levels = [row.get_attribute("data-level") for row in rows()]
    rank = [0 if level == "attention" else 1 if level == "failure" else 2 for level in levels]
    check(rank == sorted(rank) and rank[0] == 0, "what wants looking at comes first")
    late = ["overdue" in row.text for row, group in zip(rows(), rank) if group == 2]
    check(any(late) and not all(late) and late == sorted(late, reverse=True), "overdue clients come before the others")
    name = driver.find_element(By.CSS_SELECTOR, "#clients thead button")
    name.send_keys(Keys.ENTER)
    head = name.find_element(By.XPATH, "..")
    check(head.get_attribute("aria-sort") == "ascending", "the keyboard sorts")
    name.send_keys(Keys.SPACE)
    check(head.get_attribute("aria-sort") == "descending", "and turns the order round")
    Select(driver.find_element(By.NAME, "level")).select_by_value("attention")
    check({row.get_attribute("data-level") for row in rows()} == {"attention"}, "a verdict can be chosen")
    status = driver.find_element(By.ID, "shown")
    check(status.get_attribute("role") == "status" and f"{len(rows())} of 24" in status.text, f"told: {status.text}")
    driver.find_element(By.CSS_SELECTOR, "#controls button").click()
    time.sleep(0.1)
    check(len(rows()) == 24 and not head.get_attribute("aria-sort"), "all come back in the first order")
    driver.find_element(By.NAME, "due").click()
    soon = 20_727 + 14  # 1 October 2026 in days since 1970, and two weeks
    check(0 < len(rows()) < 24 and all(value is not None and value <= soon for value in column(driver, 4)
          if value is not None and "touch-up due" not in rows()[0].text), "what is due soon can be chosen")
    driver.find_element(By.NAME, "find").send_keys("nobody")
    check(not rows() and driver.find_element(By.ID, "empty").is_displayed(), "an empty list says so")
    check(not driver.get_log("browser"), "nothing is complained of in the console")
    driver.quit()


def pictures(folder):
    for name, width, height, dark in (("desktop", 1280, 900, False), ("dark", 1280, 900, True),
                                      ("phone", 390, 844, False)):
        driver = browser(width, height, dark)
        driver.get((folder / "some.html").as_uri())
        wide = driver.execute_script("return document.documentElement.scrollWidth")
        check(wide <= width, f"{name}: nothing runs out of {width} pixels ({wide})")
        driver.save_screenshot(str(folder / f"{name}.png"))
        driver.quit()
    driver = browser(900, 500)
    driver.get((folder / "none.html").as_uri())
    driver.save_screenshot(str(folder / "none.png"))
    driver.quit()


if __name__ == "__main__":
    place = pathlib.Path(sys.argv[1]).resolve()
    speed(place)
    use(place)
    pictures(place)
    print(f"{len(failures)} failed" if failures else "all as it must be")
    sys.exit(1 if failures else 0)
