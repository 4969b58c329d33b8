"""The program's own schemas: printed by it, checked, and closed so that no member goes untold."""

import copy
import json
import subprocess

from jsonschema import Draft202012Validator


class Schemas:
    """What `scalpline schema` prints."""

    def __init__(self, tool: str) -> None:
        self.tool = tool
        self.json = {name: json.loads(self.text(name)) for name in ["photo", "series", "compare"]}
        for schema in self.json.values():
            Draft202012Validator.check_schema(schema)
        self.open = {name: Draft202012Validator(schema) for name, schema in self.json.items()}
        self.closed = {name: Draft202012Validator(closed(schema)) for name, schema in self.json.items()}

    def text(self, name: str) -> str:
        return subprocess.run([self.tool, "schema", name], check=True, capture_output=True, text=True).stdout

    def problems(self, name: str, value: object) -> list[str]:
        """Why a record is not as the schema says; a member that the schema does not name is a problem too."""
        return [
            f"{error.json_path}: {error.message[:300]}" for error in self.closed[name].iter_errors(value)
        ]


def closed(schema: dict) -> dict:
    """The schema such that objects have no member that it does not name."""
    schema = copy.deepcopy(schema)
    # A photo in a series has members of its own: it is closed where it stands.
    photo = schema.get("$defs", {}).get("photo")
    close(schema, is_root=True)
    if photo is not None:
        photo.pop("unevaluatedProperties", None)
    return schema


def close(schema: object, is_root: bool = False, in_condition: bool = False) -> None:
    if isinstance(schema, list):
        for entry in schema:
            close(entry, in_condition=in_condition)
    elif isinstance(schema, dict):
        kind = schema.get("type", [])
        is_object = kind == "object" or "object" in kind
        names = "properties" in schema and (is_object or "$ref" in schema or is_root)
        if names and not in_condition and "additionalProperties" not in schema:
            schema["unevaluatedProperties"] = False
        for key, value in schema.items():
            condition = in_condition or key in ("if", "then", "else", "not", "allOf", "anyOf", "oneOf")
            if key in ("properties", "$defs"):
                for entry in value.values():
                    close(entry, in_condition=in_condition if key == "properties" else False)
            elif key in ("items", "prefixItems", "additionalProperties") or condition:
                close(value, in_condition=condition)


def wrong_records(name: str, record: dict) -> list[tuple[str, dict]]:
    """A right record made wrong in one way each: none of them may be taken."""
    wrong: list[tuple[str, dict]] = []

    def change(what: str, edit) -> None:
        other = copy.deepcopy(record)
        edit(other)
        wrong.append((f"{name}: {what}", other))

    for member in record:
        if member not in ("dots", "error"):
            change(f"without {member}", lambda other, member=member: other.pop(member))
    change("another schema", lambda other: other.update(schema="scalpline.photo/9"))
    if name == "photo":
        change("a word that is none", lambda other: other.update(dateSource="guess"))
        change("null without a reason", lambda other: other["coverage"].update(value=None, standardError=None))
        change("a value without error", lambda other: other["redness"].update(standardError=None))
        change("text for a number", lambda other: other["density"].update(count="12"))
        change("a unit that belies the scale", lambda other: other["density"].update(unit="dots/Mpx"))
        change("a dot of four numbers", lambda other: other.update(dots=[[1, 2, 3, 4]]))
        change("a problem that is none", lambda other: other["quality"].update(problems=["ugly"]))
        change("a short hash", lambda other: other.update(sha256="00"))
        change("measured and failed", lambda other: other.update(error={"code": "empty", "message": "x"}))
    if name == "series":
        def photo(other: dict) -> dict:
            return next(photo for photo in other["photos"] if "error" not in photo and photo["bySession"])

        change("a stage that is none", lambda other: photo(other).update(stage="later"))
        change("no verdict on redness", lambda other: photo(other)["expected"].pop("redness"))
        change(
            "not compared without a reason",
            lambda other: photo(other)["expected"]["redness"].update(status="not-comparable", reason=None))
        change("a photo without its record", lambda other: photo(other).pop("quality"))
        change("eight numbers", lambda other: other["registration"][0].update(homography=[0] * 8))
        change("a date that is none", lambda other: other["sessions"][0].update(date="2 March"))
        change("no forecast and no reason", lambda other: other["forecast"].update(settledDarkness=None, reason=None))
    if name == "compare":
        change("a reading that is none", lambda other: other["differences"][0].update(reading="significant"))
        change("no interval and no reason", lambda other: other["groups"][0]["figures"][0].update(interval=None))
    return wrong
