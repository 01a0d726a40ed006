"""A project of ScenarioWizard for tests, and what becomes of one."""

from pathlib import Path

from foresight.core.document import Document
from foresight.core.progress import no_tick
from foresight.core.proposals import Proposal
from foresight.methods.cib.exchange_scw import read
from foresight.methods.cib.tests.matrices import DATA

HOSTILE = DATA.parent / "hostile" / "scw"
SOMEWHERELAND = DATA / "somewhereland.scw"
UNSOUND = ("no_header", "rows_missing", "rows_extra", "float", "decimal_comma", "big", "empty_cell", "no_variants",
           "trunc", "is_sl", "empty")  # fmt: skip
SOUND = [path.stem for path in sorted(HOSTILE.glob("*.scw")) if path.stem not in UNSOUND]

PROJECT = """$ ScenarioWizard 4.0
A small world
&Gov
 -open
 -closed
&Eco
 -up
 -down
#
&Government
 Open to all
 Closed
&
{blank}
{blank}
#
#
FFFFFF
ff8000
FFFFFF
00aaFF
#
#
  0 , 0 , 2,-2
 0 , 0 ,-3 , 3{blank}
 1 ,-1 , 0 , 0{blank}
-2 , 2 , 0 , 0{blank}
#
# 0-0
"Whole:
two lines, a "quotation" in them"
# Government
"What the state does
# not a heading
"
#{blank}
""
# Government -> Government
""
# Government ->{blank}
"Taxes"
#  -> Government
""
#  ->{blank}
""
#
#
""".replace("{blank}", " ")


def taken(data: bytes, folder: Path, document: Document | None = None) -> tuple[Document, Proposal]:
    """The document with what a file says, and the proposal."""
    path = folder / "p.scw"
    path.write_bytes(data)
    before = document or Document(doc_id="d")
    proposal = read(before, path, no_tick)
    return proposal.edit.apply(before), proposal
