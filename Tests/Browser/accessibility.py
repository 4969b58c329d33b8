"""Holds report pages against the rules of axe-core in headless Chromium, on light and dark screens, wide and narrow.

Usage: accessibility.py AXE PAGE…, where AXE is axe.min.js. Prints what axe-core finds; exit status 1 where one of the
findings is serious or critical.
"""

import pathlib
import sys

from selenium import webdriver

# What axe-core calls a barrier for people, beside what is merely moderate or minor.
BARRIERS = {"serious", "critical"}
# A desk's screen and a phone's, in CSS pixels.
SCREENS = {"wide": (1280, 900), "narrow": (390, 844)}
# A page with a barrier, which shows that the rules are looked at.
CONTROL = "data:text/html,<html lang=en><title>x</title><main><h1>x</h1><p style='color:%23999'>pale</p><img src=x></main>"
# Rules of WCAG 2.0 to 2.2, levels A and AA, and what axe-core's authors hold to be good practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars"):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))


def show(driver, page, screen, scheme):
    width, height = SCREENS[screen]
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    scheme = {"name": "prefers-color-scheme", "value": scheme}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    driver.get(page.resolve().as_uri())


def violations(driver, axe):
    driver.execute_script(axe)
    driver.set_script_timeout(120)
    found = driver.execute_async_script("""
        const done = arguments[arguments.length - 1];
        axe.run(document, {runOnly: {type: "tag", values: arguments[0]}, resultTypes: ["violations"]})
            .then(done, error => done({error: String(error)}));""", TAGS)
    if "error" in found:
        raise RuntimeError(found["error"])
    return found["violations"]


def main(axe, pages):
    axe = pathlib.Path(axe).read_text(encoding="utf-8")
    barriers = 0
    driver = browser()
    try:
        driver.get(CONTROL)
        known = {rule["id"] for rule in violations(driver, axe)}
        if not {"image-alt", "color-contrast"} <= known:
            raise RuntimeError(f"axe-core finds only {known} in a page with barriers")
        for page in map(pathlib.Path, pages):
            for screen in SCREENS:
                for scheme in ("light", "dark"):
                    show(driver, page, screen, scheme)
                    found = violations(driver, axe)
                    count = sum(len(rule["nodes"]) for rule in found if rule["impact"] in BARRIERS)
                    barriers += count
                    print(f"{'FAILED' if count else 'ok':8}{page} ({screen}, {scheme}): {count} barriers")
                    for rule in found:
                        print(f"    {rule['impact']}: {rule['id']}: {rule['help']} ({len(rule['nodes'])})")
                        for node in rule["nodes"][:3]:
                            summary = node["failureSummary"].split("\n")[1:2]
                            print(f"        {node['html'][:160]}\n       {''.join(summary)[:240]}")
    finally:
        driver.quit()
    return 1 if barriers else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
