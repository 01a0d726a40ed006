"""The import rules of pyproject.toml, run with `python -m tests.import_rules`."""

import sys
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from importlinter import Contract, ContractCheck, fields, output
from importlinter.cli import lint_imports

if TYPE_CHECKING:
    from grimp import ImportGraph


class OnlyInContract(Contract):
    """Only the `allowed` modules (patterns such as `foresight.methods.*.view*`) may import `package`.

    With `indirect`, no other module may reach it through a chain of imports either. Patterns that match nothing are
    fine, so that a method can be added or deleted without a change of the rules.
    """

    type_name = "only_in"

    package: Any = fields.StringField()
    allowed: Any = fields.ListField(subfield=fields.StringField())
    indirect: Any = fields.BooleanField(required=False, default=False)

    def check(self, graph: "ImportGraph", verbose: bool) -> ContractCheck:
        if self.package not in graph.modules:
            importers: set[str] = set()
        elif self.indirect:
            importers = graph.find_downstream_modules(self.package)
        else:
            importers = graph.find_modules_that_directly_import(self.package)
        broken = sorted(name for name in importers if not self._allows(name))
        chains = [graph.find_shortest_chain(name, self.package) for name in broken]
        return ContractCheck(kept=not chains, metadata={"chains": chains})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for chain in check.metadata["chains"]:
            output.print_error(" -> ".join(chain))
        output.new_line()

    def _allows(self, module: str) -> bool:
        return any(fnmatchcase(module, pattern) for pattern in self.allowed)


if __name__ == "__main__":
    sys.exit(lint_imports(no_logo=True, no_cache=True))
