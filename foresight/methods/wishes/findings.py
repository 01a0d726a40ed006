"""What the wishes come to, for the summary across groups."""

from foresight.core.document import Document
from foresight.core.findings import Finding
from foresight.core.memo import for_latest
from foresight.core.words import Language, _, language
from foresight.methods.wishes.analysis import answered, open_themes, ranked
from foresight.methods.wishes.model import Wishes
from foresight.methods.wishes.sentences import most_wished, nobody_takes_up, taken_up, total

NAMED = 5
"""Themes whose counts stand under the sentence about the largest."""


def findings(document: Document) -> tuple[Finding, ...]:
    """Sentences with their counts, most important first; nothing before there are wishes."""
    return _found(document[Wishes], language())


@for_latest
def _found(part: Wishes, _language: Language) -> tuple[Finding, ...]:
    if not part.wishes:
        return ()
    chapter, n = _("Wishes"), (_("Wishes"), str(len(part.wishes)))
    themes = tuple((pile.name or "–", str(pile.n)) for pile in ranked(part)[:NAMED] if pile.theme is not None)
    found = [Finding("themes", chapter, f"{total(part)} {most_wished(part)}".strip(), (n, *themes))]
    if said := taken_up(part):
        found.append(Finding("answered", chapter, said, (n, (_("Taken up"), str(answered(part.wishes))))))
    found += [
        Finding(
            f"open:{pile.theme.id}", chapter, nobody_takes_up(pile), ((pile.name or "–", str(pile.n)),), pile.theme.id
        )
        for pile in open_themes(part)
        if pile.theme is not None
    ]
    return tuple(found)
