"""Files from strangers, from other releases, and from disks that forget: read, put right, or refused in a sentence."""

import gc
import hashlib
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from foresight.core.decoding import Reading, decode
from foresight.core.document import Document, Entity, Id, Slice
from foresight.core.encoding import encode
from foresight.core.methods import slice_kinds
from foresight.core.problems import FileProblem
from foresight.core.survey import dangling
from foresight.core.text import Line
from foresight.model.drivers import Drivers
from foresight.model.oracle import Oracle
from foresight.model.ratings import Ratings
from foresight.model.trends import Trend, Trends
from foresight.model.workshop import Workshop
from tests.core.samples import small_workshop

KINDS = slice_kinds()
GOOD = encode(small_workshop())


def with_data(change: Callable[[dict[str, Any]], object], *, ascii_only: bool = False) -> bytes:
    """A file as another program would write it, after a change to its data."""
    data = json.loads(GOOD)
    change(data)
    return json.dumps(data, ensure_ascii=ascii_only).encode()


def as_written(text: bytes) -> bytes:
    """``text`` with the checksum that belongs to it, as Foresight itself would have written it."""
    body = text.split(b'"slices": {\n', 1)[1].removesuffix(b"\n}\n}\n")
    return re.sub(rb'"sha256": "[^"]*"', b'"sha256": "%s"' % hashlib.sha256(body).hexdigest().encode(), text)


def refusal(text: bytes) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(FileProblem) as caught:
        decode(text, KINDS)
    message = caught.value.message
    assert "\n" not in message
    assert len(message) < 200
    assert message.endswith(".")
    return message


DEEP = b"[" * 5000 + b"]" * 5000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "cut off at line 1"),
        (GOOD.decode().encode("utf-16"), "UTF-16"),
        (GOOD.decode().encode("utf-16-le"), "damaged"),
        (GOOD.decode().encode("cp1252"), "is not UTF-8"),
        (b"\x00" * 100, "cut off at line 1"),
        (GOOD[:-3], "cut off at line"),
        (GOOD[: len(GOOD) // 2], "is damaged"),
        (GOOD + b"}", "cut off at line"),
        (b"PK\x03\x04" + GOOD, "cut off at line 1"),
        (GOOD.replace(b"{", b"<<<<<<< HEAD\n{", 1), "cut off at line 1"),
        (b"[]", "not a Foresight workshop"),
        (b"5", "not a Foresight workshop"),
        (b'"foresight"', "not a Foresight workshop"),
        (b"null", "not a Foresight workshop"),
        (b"{}", "not a Foresight workshop"),
        (b'{"format": "gaphor", "slices": {}}', "not a Foresight workshop"),
        (b'{"format": ["foresight"]}', "not a Foresight workshop"),
        (b'{"format": "foresight"}', "beginning of the file is damaged"),
        (b'{"format": "foresight", "schema": "1", "min_reader": 1, "slices": {}}', "beginning"),
        (b'{"format": "foresight", "schema": true, "min_reader": 1, "slices": {}}', "beginning"),
        (b'{"format": "foresight", "schema": 0, "min_reader": 1, "slices": {}}', "beginning"),
        (b'{"format": "foresight", "schema": -1, "min_reader": 1, "slices": {}}', "beginning"),
        (b'{"format": "foresight", "schema": 1, "slices": {}}', "beginning"),
        (b'{"format": "foresight", "schema": 1, "min_reader": 1.0, "slices": {}}', "beginning"),
        (b'{"format": "foresight", "schema": 1, "min_reader": 1, "slices": []}', "beginning"),
        (DEEP, "nested too deep"),
        (b'{"a": ' * 5000 + b"1" + b"}" * 5000, "nested too deep"),
        (b"[" * 150_000, "nested too deep"),
    ],
    ids=lambda value: repr(value[:24]),
)
def test_what_is_no_sound_workshop_file_is_refused(text: bytes, said: str) -> None:
    assert said in refusal(text)


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    reading = decode(b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n"), KINDS)
    assert (reading.document, reading.repairs) == (small_workshop(), ())


def test_a_file_written_anew_by_another_json_program_is_read_without_a_word() -> None:
    for ascii_only in (False, True):
        reading = decode(with_data(lambda data: None, ascii_only=ascii_only), KINDS)
        assert (reading.document, reading.repairs) == (small_workshop(), ())


def trend(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["slices"]["trends"]["trends"][0]
    return found


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1" * 5000, "-" + "9" * 401])
@pytest.mark.parametrize("where", ['"horizon": 2045', '"impact":4.5', '"ring":"near"', '"title": "Skole 2040"'])
def test_numbers_that_are_none_are_refused_wherever_they_stand(number: str, where: str) -> None:
    name = where.split(":")[0]
    assert where.encode() in GOOD
    text = GOOD.replace(where.encode(), f"{name}:{number}".encode())
    line = GOOD[: GOOD.index(where.encode())].count(b"\n") + 1
    assert "the number" in refusal(text)
    assert f"(line {line})" in refusal(text)


@pytest.mark.parametrize("number", ["NaN", "1e400", "1" * 5000])
def test_numbers_that_are_none_are_refused_in_fields_and_parts_nobody_knows(number: str) -> None:
    assert "the number" in refusal(GOOD.replace(b'{"id":"t1"', b'{"new":%s,"id":"t1"' % number.encode()))
    assert "the number" in refusal(GOOD.replace(b'"slices": {', b'"slices": {"other":[%s],' % number.encode()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"schema": 1,', b'"schema": 1,\n"schema": 1,'),
        (b'"title":"F', b'"title":"First","title":"F'),
        (b'"place": ""', b'"place": "",\n"place": ""'),
        (b'"workshop": {', b'"workshop": {"version": 1},\n"workshop": {'),
        (b'"answers":{', b'"answers":{"s1":"x",'),
    ],
)
def test_a_field_twice_is_refused_also_where_the_rest_is_just_as_we_write_it(old: bytes, new: bytes) -> None:
    assert old in GOOD
    text = as_written(GOOD.replace(old, new))
    said = refusal(text)
    (line,) = map(int, re.findall(r"\(line (\d+)\)", said))
    assert "twice in one place" in said
    assert re.findall(r"field (\w+) twice", said)[0].encode() in text.splitlines()[line - 1]


def test_the_line_of_a_doubled_field_is_that_of_the_second_one_and_texts_are_not_looked_into() -> None:
    text = b'{"note": "{ \\"a\\": NaN",\n"b": {"a": 1},\n"a": 1,\n"\\u0061"\n: 2, "c": "NaN"}'

    assert "the field a twice in one place (line 4)" in refusal(text)
    assert "the number NaN (line 2)" in refusal(b'{"a": "NaN",\n"b": NaN}')


def test_a_field_twice_in_a_part_nobody_knows_is_refused() -> None:
    text = encode(Document({}, {"other": {"a": 1, "b": [{"c": 2}]}}))
    assert "twice" in refusal(as_written(text.replace(b'"a": 1', b'"a": 1,\n"a": 1')))
    assert "twice" in refusal(as_written(text.replace(b'{"c":2}', b'{"c":2,"c":2}')))


def test_thousands_of_fields_in_one_place_are_refused() -> None:
    def named(count: int) -> bytes:
        return GOOD.replace(
            b'"slices": {', b'"slices": {"other":{%s},' % b",".join(b'"%d":0' % n for n in range(count))
        )

    assert len(decode(named(20_000), KINDS).document.foreign["other"]) == 20_000
    assert "thousands of fields" in refusal(named(20_001))


def test_an_error_a_million_times_is_found_once() -> None:
    """Each error costs a kilobyte, so one tuple full of them would fill the memory."""
    with pytest.raises(ValidationError) as caught:
        Trend.model_validate_json(json.dumps({"title": "x", "tags": [1] * 1000}))
    assert caught.value.error_count() == 1
    with pytest.raises(ValidationError) as caught:
        Trends.model_validate_json(json.dumps({"trends": [{}] * 1000}))
    assert caught.value.error_count() == 1


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda data: trend(data).update(title=5), "trends > trends > 1 > title"),
        (lambda data: trend(data).update(title="x" * 201), "trends > trends > 1 > title"),
        (lambda data: trend(data).update(title="two\nlines"), "trends > trends > 1 > title"),
        (lambda data: trend(data).update(id="../x"), "trends > trends > 1 > id"),
        (lambda data: trend(data).update(id=""), "trends > trends > 1 > id"),
        (lambda data: trend(data).pop("title"), "trends > trends > 1 > title"),
        (lambda data: trend(data).update(evidence={"text": "x"}), "trends > trends > 1 > evidence"),
        (lambda data: trend(data)["evidence"].append([]), "trends > trends > 1 > evidence > 2"),
        (lambda data: data["slices"]["trends"].update(trends=None), "trends > trends"),
        (lambda data: data["slices"]["workshop"].update(horizon="2045"), "workshop > horizon"),
        (lambda data: data["slices"]["workshop"].update(horizon=2045.0), "workshop > horizon"),
        (lambda data: data["slices"]["workshop"].update(horizon=10**300), "workshop > horizon"),
        (lambda data: data["slices"]["groups"]["groups"][0].update(size=True), "groups > groups > 1 > size"),
        (lambda data: data["slices"]["ratings"]["ratings"][0].update(impact="3"), "ratings > ratings > 1 > impact"),
        (lambda data: data["slices"]["ratings"]["ratings"][0].update(impact=6), "ratings > ratings > 1 > impact"),
        (lambda data: data["slices"]["drivers"]["links"][0].update(target="d1"), "drivers > links > 1"),
    ],
)
def test_a_value_that_does_not_fit_is_named_by_its_place(
    change: Callable[[dict[str, Any]], object], place: str
) -> None:
    assert f"at {place}." in refusal(with_data(change))


def test_a_place_with_a_name_of_a_million_letters_is_said_shortly() -> None:
    def change(data: dict[str, Any]) -> None:
        data["slices"]["oracle"]["questions"][0]["answers"] = {"x" * 1_000_000: "y"}

    assert "oracle > questions > 1 > answers > xxx" in refusal(with_data(change))


@pytest.mark.parametrize(
    "held", [None, [], 5, "x", {"version": "1"}, {"version": True}, {"version": 0}, {"version": -3}]
)
def test_a_part_that_is_none_is_refused(held: Any) -> None:
    assert "The part trends of the file is damaged" in refusal(
        with_data(lambda data: data["slices"].update(trends=held))
    )


def test_a_part_may_be_absent_or_have_no_version() -> None:
    assert decode(with_data(lambda data: data["slices"].pop("trends")), KINDS).document[Trends] == Trends()
    assert decode(with_data(lambda data: data["slices"]["trends"].pop("version")), KINDS).document == small_workshop()


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\\u0000b\\u001fc", "abc"),
        ("a\\ud800b", "ab"),
        ("a\\udc00\\ud800b", "ab"),
        ("\\ud83d\\ude00", "😀"),
        ("turn \\u202eround", "turn round"),
        ("turn \u202eround\u2066", "turn round"),
        ("\ufeffmark", "mark"),
        ("del\x7f\x9b", "del"),
    ],
)
def test_characters_that_nobody_sees_are_taken_out(dirty: str, clean: str) -> None:
    for old, kind in ((b'"title":"F\xc3\xa6rre i arbeid"', "known"), (b'"tags":["KI"', "listed")):
        assert old in GOOD, kind
        text = GOOD.replace(old.split(b'"')[3] + b'"', dirty.encode() + b'"', 1)
        reading = decode(text, KINDS)
        assert clean in (reading.document[Trends].trends[0].title, *reading.document[Trends].trends[1].tags)
        assert (len(reading.repairs) == 2) is (clean != "😀")
        assert decode(encode(reading.document), KINDS).repairs == ()


def test_foreign_text_is_cleaned_too_so_that_saving_works() -> None:
    text = GOOD.replace(b'"slices": {', b'"slices": {\n"other": {"x": ["a\\ud800b", "c"]},')
    reading = decode(text, KINDS)
    assert reading.document.foreign == {"other": {"x": ["ab", "c"]}}
    assert "Invisible characters were taken out of 1 text." in reading.repairs
    assert decode(encode(reading.document), KINDS).repairs == ()


@pytest.mark.parametrize("name", ["a\\ud800", "\\u0000", "b\\u202e"])
def test_a_field_name_that_nobody_can_see_is_refused(name: str) -> None:
    said = "invisible characters in the name of a field"
    assert said in refusal(GOOD.replace(b'{"id":"t1"', b'{"%s":1,"id":"t1"' % name.encode()))
    assert said in refusal(GOOD.replace(b'"slices": {', b'"slices": {"%s":1,' % name.encode()))


def test_what_was_read_is_nothing_new_to_the_collector() -> None:
    """Looking at all of a large workshop would take as long as reading half of it."""
    trend = decode(GOOD, KINDS).document[Trends].trends[0]
    assert not any(young is trend for young in gc.get_objects(generation=0))


def test_a_damaged_text_that_is_still_json_is_said_to_be_so() -> None:
    reading = decode(GOOD.replace(b"Kunstig", b"Kunstlg"), KINDS)
    assert reading.document[Trends].trends[1].title == "Kunstlg intelligens"
    assert [repair.split(":")[0] for repair in reading.repairs] == ["Its checksum did not fit"]


def test_a_file_without_a_checksum_is_one_that_somebody_wrote() -> None:
    assert decode(with_data(lambda data: data.pop("sha256")), KINDS).repairs == ()


def test_an_id_twice_is_taken_out_also_where_the_rest_is_just_as_we_write_it() -> None:
    document = small_workshop()
    first, second = document[Trends].trends
    doubled = Document(
        {**document.slices, Trends: Trends(trends=(first, second.but(id="t1"), second, first))}, doc_id="small"
    )
    reading = decode(encode(doubled), KINDS)
    assert reading.document == document
    assert reading.repairs == ("2 double entries were taken out.",)


def test_an_id_in_two_parts_stays_with_the_first() -> None:
    reading = decode(with_data(lambda data: data["slices"]["trends"]["trends"][1].update(id="d2")), KINDS)
    assert [found.id for found in reading.document[Trends].trends] == ["t1"]
    assert "1 double entry was taken out." in reading.repairs
    assert dangling(reading.document) == set()


def test_a_second_link_or_rating_of_the_same_is_taken_out() -> None:
    """As a merge of two versions of a file by their lines leaves them."""
    document = small_workshop()
    drivers, ratings = document[Drivers], document[Ratings]
    merged = document.put(
        drivers.but(links=(*drivers.links, drivers.links[0].but(id="l9", strength=1))),
        ratings.but(ratings=(*ratings.ratings, ratings.ratings[0].but(impact=1.0))),
    )
    reading = decode(encode(merged), KINDS)
    assert reading.document == document
    assert reading.repairs == ("2 double entries were taken out.",)


def test_values_with_an_unknown_field_named_id_are_no_entities() -> None:
    def change(data: dict[str, Any]) -> None:
        data["slices"]["ratings"]["ratings"][0]["id"] = ["t1"]
        data["slices"]["ratings"]["ratings"][1]["id"] = "t1"

    assert len(decode(with_data(change), KINDS).document[Ratings].ratings) == 2


def test_references_to_nothing_are_taken_out_with_what_needs_them() -> None:
    def change(data: dict[str, Any]) -> None:
        data["slices"]["drivers"]["links"][0]["source"] = "gone"
        data["slices"]["oracle"]["questions"][0]["themes"] = ["h1", "lost"]

    for text in (with_data(change), encode(_with_dangling())):
        reading = decode(text, KINDS)
        assert [link.id for link in reading.document[Drivers].links] == ["l2", "l3"]
        assert reading.document[Oracle].questions[0].themes == ("h1",)
        assert dangling(reading.document) == set()
        assert "2 references to things that are not in the file were taken out." in reading.repairs


def _with_dangling() -> Document:
    document = small_workshop()
    drivers, oracle = document[Drivers], document[Oracle]
    question = oracle.questions[0].but(themes=("h1", "lost"))
    return document.put(
        drivers.but(links=(drivers.links[0].but(source="gone"), *drivers.links[1:])),
        oracle.but(questions=(question, *oracle.questions[1:])),
    )


@pytest.mark.parametrize(
    ("part", "many", "field"),
    [("drivers", "links", "source"), ("ratings", "ratings", "subject"), ("ratings", "ratings", "group")],
)
def test_a_reference_to_something_of_another_kind_is_refused(part: str, many: str, field: str) -> None:
    text = with_data(lambda data: data["slices"][part][many][0].update({field: "q1"}))
    assert "used as something that it is not" in refusal(text)


def test_a_bad_document_id_is_replaced_and_never_becomes_a_path() -> None:
    for bad in ("../../../etc", "", "a/b", "x" * 65, "a\\n"):
        document = decode(
            as_written(GOOD.replace(b'"doc_id": "small"', b'"doc_id": "%s"' % bad.encode())), KINDS
        ).document
        assert re.fullmatch("[0-9a-f]{16}", document.doc_id)


@pytest.mark.parametrize("odd", [5, None, ["x"], {}])
def test_a_document_id_that_is_no_text_is_replaced(odd: Any) -> None:
    document = decode(with_data(lambda data: data.update(doc_id=odd)), KINDS).document
    assert re.fullmatch("[0-9a-f]{16}", document.doc_id)


def test_a_file_beyond_the_caps_is_refused_before_it_is_parsed() -> None:
    assert "larger than any workshop" in refusal(b" " * (32 * 1024 * 1024 + 1))
    assert "larger than any workshop" in refusal(b"[" + b"{}," * 150_000 + b"{}]")
    assert "larger than any workshop" in refusal(b"[" + b"0," * 1_000_001 + b"0]")
    assert "not a Foresight workshop" in refusal(b"[" + b"{}," * 149_000 + b"{}]")
    assert "not a Foresight workshop" in refusal(b"[" + b"0," * 1_000_000 + b"0]")


def test_what_people_write_does_not_count_towards_the_caps() -> None:
    busy = ('[{,}]"\\' * 2500)[:20_000]
    trends = tuple(Trend(id=f"t{number}", title="x", description=busy) for number in range(400))
    text = encode(Document().put(Trends(trends=trends)))
    assert text.count(b"{") > 1_000_000
    assert decode(text, KINDS).document[Trends].trends == trends


def test_nesting_beyond_forty_is_refused_in_parts_nobody_knows() -> None:
    def nested(levels: int) -> bytes:
        return GOOD.replace(b'"slices": {', b'"slices": {"other":' + b"[" * levels + b"]" * levels + b",")

    assert decode(nested(38), KINDS).document.foreign.keys() == {"other"}
    assert "nested too deep" in refusal(nested(39))
    assert "nested too deep" in refusal(nested(150))


def test_a_file_for_newer_programs_only_is_read_but_not_written() -> None:
    reading = decode(with_data(lambda data: data.update(schema=7, min_reader=2)), KINDS)
    assert (reading.document, reading.writable) == (small_workshop(), False)


def test_a_file_of_a_newer_program_that_lets_us_write_is_written() -> None:
    reading = decode(with_data(lambda data: data.update(schema=7, min_reader=1)), KINDS)
    assert (reading.document, reading.writable) == (small_workshop(), True)


def test_a_newer_file_that_makes_no_sense_here_asks_for_the_newer_program() -> None:
    def change(data: dict[str, Any]) -> None:
        data.update(schema=7, min_reader=7)
        trend(data)["title"] = {"nb": "Tittel"}

    assert "saved by a newer Foresight" in refusal(with_data(change))


class Coin(Entity):
    value: int


class Purse(Slice):
    """Version 1 had plain numbers, version 2 named the owner "who"; today it is version 3."""

    key = "purse"
    version = 3

    coins: tuple[Coin, ...] = ()
    owner: Line = ""
    best: Id | None = None

    @classmethod
    def migrate(cls, data: dict[str, Any], version: int) -> dict[str, Any]:
        if version < 2:
            data["coins"] = [{"id": f"c{n}", "value": value} for n, value in enumerate(data["coins"])]
        data["owner"] = data.pop("who").upper()
        return data


def purse(version: int, **fields: Any) -> Reading:
    data = {"format": "foresight", "schema": 1, "min_reader": 1, "slices": {"purse": {"version": version, **fields}}}
    return decode(json.dumps(data).encode(), [Purse])


def test_older_versions_of_a_part_are_brought_up_to_date() -> None:
    today = Purse(coins=(Coin(id="c0", value=5), Coin(id="c1", value=7)), owner="ADA")
    coins = [{"id": "c0", "value": 5}, {"id": "c1", "value": 7}]
    assert purse(1, coins=[5, 7], who="Ada").document[Purse] == today
    assert purse(2, coins=coins, who="Ada").document[Purse] == today
    assert purse(3, coins=coins, owner="ADA").document[Purse] == today
    assert b'"version": 3' in encode(purse(1, coins=[5, 7], who="Ada").document)


@pytest.mark.parametrize(
    "fields", [{}, {"coins": 5, "who": "x"}, {"coins": [], "who": 5}, {"coins": [["x"]], "who": "x"}]
)
def test_an_older_part_that_is_not_what_it_says_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(FileProblem, match="purse"):
        purse(1, **fields)


def test_an_older_part_has_the_checksum_that_the_older_program_wrote() -> None:
    today = encode(Document().put(Purse(owner="ADA")))
    old = as_written(today.replace(b'"version": 3', b'"version": 2').replace(b'"owner"', b'"who"'))
    assert decode(old, [Purse]).repairs == ()
    assert decode(old.replace(b"ADA", b"EDA"), [Purse]).repairs != ()


def test_a_newer_version_of_a_part_is_read_but_not_written() -> None:
    reading = purse(4, coins=[], owner="ADA", lining="silk")
    assert (reading.document[Purse].owner, reading.writable) == ("ADA", False)


def test_a_newer_version_that_makes_no_sense_here_asks_for_the_newer_program() -> None:
    with pytest.raises(FileProblem, match="saved by a newer Foresight"):
        purse(4, coins="gold", owner="ADA")


def test_a_migration_that_was_forgotten_is_a_bug_and_not_a_damaged_file() -> None:
    class Forgotten(Slice):
        key = "forgotten"
        version = 2

    data = {"format": "foresight", "schema": 1, "min_reader": 1, "slices": {"forgotten": {"version": 1}}}
    with pytest.raises(NotImplementedError, match="Forgotten cannot read version 1"):
        decode(json.dumps(data).encode(), [Forgotten])


def test_workshop_text_with_backslashes_is_left_alone() -> None:
    document = small_workshop().put(Workshop(title="C:\\users\\u202e \\ud800", question='"\\n"\n\t/'))
    reading = decode(
        with_data(lambda data: data["slices"].update(workshop=json.loads(encode(document))["slices"]["workshop"])),
        KINDS,
    )
    assert reading.document[Workshop] == document[Workshop]
    assert decode(encode(document), KINDS).document == document


def test_what_repairs_take_out_is_told_thing_by_thing() -> None:
    def damage(data: Any) -> None:
        data["slices"]["drivers"]["drivers"].pop(2)
        data["slices"]["trends"]["trends"].append(data["slices"]["trends"]["trends"][0])

    reading = decode(with_data(damage), KINDS)
    assert reading.taken_out == (
        "Removed: link “Økonomi”",
        "Removed: link “Tillit”",
        "Removed: placement",
        "Removed: loop name “Ringen”",
        "Changed: scenario “Sammen” (what becomes of the drivers)",
        "Removed: trend “Færre i arbeid”",
    )
    assert decode(encode(reading.document), KINDS).taken_out == ()
