"""The sample's summary against what the summary of the gathering reports (source document 003), line by line."""

from pathlib import Path

import pytest

from conftest import SAMPLE_EN, SAMPLE_NB
from foresight.core.document import Document
from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.core.words import Language, speaking
from foresight.methods.summary.analysis import Part, parts
from foresight.methods.summary.model import Summary

FILES: dict[Language, Path] = {"en": SAMPLE_EN, "nb": SAMPLE_NB}
REPORTED: dict[str, dict[Language, str]] = {
    "dilemmas/vote:card-driven": {
        "en": "The room is split on “Driven by employees or leaders”: 4 of 8 groups",
        "nb": "Rommet er delt om «Medarbeider- eller lederdrevet»: 4 av 8 grupper",
    },
    "dilemmas/vote:card-delegation": {
        "en": "Everybody agrees on “Delegation”. All 11 groups",
        "nb": "Alle er enige om «Delegering». Alle de 11 gruppene",
    },
    "dilemmas/winners:card-interaction": {
        "en": "Of all topics “Silos” and “Other actors” were chosen most often: each by 12 of 12 groups",
        "nb": "Av alle temaene ble «Siloer» og «Andre aktører» valgt oftest: hvert av 12 av 12 grupper",
    },
    "dilemmas/vote:card-silos": {"en": "Everybody agrees on “Silos”.", "nb": "Alle er enige om «Siloer»."},
    "dilemmas/vote:card-others": {
        "en": "Everybody agrees on “Other actors”.",
        "nb": "Alle er enige om «Andre aktører».",
    },
    "dilemmas/vote:card-budget": {
        "en": "Nearly everybody agrees on “The budget system”. 10 of 11 groups",
        "nb": "Nesten alle er enige om «Budsjettsystemet». 10 av 11 grupper",
    },
    "dilemmas/vote:card-law": {
        "en": "The room is split on “Regulation”: 5 of 9 groups",
        "nb": "Rommet er delt om «Regelverk»: 5 av 9 grupper",
    },
    "dilemmas/vote:card-money": {
        "en": "On “Frames and capacity” about two thirds stand against one third. 6 of 9 groups",
        "nb": "Om «Rammer og kapasitet» står omtrent to tredeler mot én tredel. 6 av 9 grupper",
    },
    "dilemmas/vote:card-line": {
        "en": "A clear majority agrees on “Link to the line”. 7 of 8 groups",
        "nb": "Et klart flertall er enig om «Tilknytning til linja». 7 av 8 grupper",
    },
    "dilemmas/winners:card-effect": {
        "en": "Here “Systemic approach or single measures” was chosen most often",
        "nb": "Her ble «Systemtilnærming eller enkelttiltak» valgt oftest",
    },
    "dilemmas/vote:card-spread": {"en": "Everybody agrees on “Diffusion”.", "nb": "Alle er enige om «Spredning»."},
    "dilemmas/dropped:card-unlearning": {
        "en": "“Unlearning of old practice” was nominated by 10 of 12 groups (83%), but chosen by 3 of 12",
        "nb": "«Avlæring av gammel praksis» ble nominert av 10 av 12 grupper (83\u00a0%), men valgt av 3 av 12",
    },
    "dilemmas/dropped:card-gains": {
        "en": "“Lacking benefits realisation” was nominated by 9 of 12 groups (75%), but chosen by 3 of 12",
        "nb": "«Manglende gevinstrealisering» ble nominert av 9 av 12 grupper (75\u00a0%), men valgt av 3 av 12",
    },
    "journey/cross": {
        "en": "13 of 21 topics run through half of the phases or more",
        "nb": "13 av 21 temaer går gjennom halvparten av fasene eller flere",
    },
    "orientation/gravity": {
        "en": "The centre of gravity is 3.4 on the line, between “Today” and “Near future” (n = 104).",
        "nb": "Tyngdepunktet er 3,4 på linja, mellom «I dag» og «Nær framtid» (n = 104).",
    },
    "oracle/theme:th-success": {
        "en": "“What those who succeeded did”: 7 of 28",
        "nb": "«Det de som lyktes, gjorde»: 7 av 28",
    },
    "oracle/theme:th-ai": {"en": "“AI and digitalisation”: 5 of 28", "nb": "«KI og digitalisering»: 5 av 28"},
    "oracle/theme:th-data": {"en": "“Data across agencies”: 5 of 28", "nb": "«Data på tvers»: 5 av 28"},
    "oracle/theme:th-health": {
        "en": "“Humane technology in health”: 4 of 28",
        "nb": "«Menneskelig teknologi i helse»: 4 av 28",
    },
    "oracle/theme:th-work": {
        "en": "“Competence and work in 2040”: 6 of 28",
        "nb": "«Kompetanse og arbeidsliv i 2040»: 6 av 28",
    },
}


@pytest.fixture(scope="module", params=FILES)
def told(request: pytest.FixtureRequest) -> tuple[Language, Document, tuple[Part, ...]]:
    """The sample in a language, with its summary in that language."""
    language: Language = request.param
    document = load(FILES[language], slice_kinds())
    with speaking(language):
        return language, document, parts(document)


@pytest.mark.parametrize("key", REPORTED)
def test_the_summary_says_what_was_reported(key: str, told: tuple[Language, Document, tuple[Part, ...]]) -> None:
    language, _document, held = told
    found = {sentence.key: sentence.finding.text for part in held for sentence in part.sentences}
    assert found[key].startswith(REPORTED[key][language])


def test_the_whole_day_is_in_the_summary_in_working_order(told: tuple[Language, Document, tuple[Part, ...]]) -> None:
    methods = list(dict.fromkeys(part.chapter.method for part in told[2]))
    assert methods == [
        *("wishes", "oracle", "dilemmas", "journey", "orientation", "forces", "selfcheck", "missteps", "commitments")
    ]


def test_the_leaders_words_stand_on_the_present_numbers(told: tuple[Language, Document, tuple[Part, ...]]) -> None:
    language, document, held = told
    (wording,), (note,) = document[Summary].wordings, document[Summary].notes
    (own,) = [sentence for part in held for sentence in part.sentences if sentence.wording is not None]

    assert (own.text, own.is_outdated) == (wording.text, False)
    assert wording.language == note.language == language
    assert [part.note for part in held if part.note] == [note.text]
