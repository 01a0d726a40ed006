"""The import rule that import-linter does not bring along, on graphs made by hand."""

import pytest
from grimp import ImportGraph

from tests.import_rules import OnlyInContract


def graph(*imports: tuple[str, str]) -> ImportGraph:
    made = ImportGraph()
    made.add_module("PySide6", is_squashed=True)
    for importer, imported in imports:
        made.add_import(importer=importer, imported=imported)
    return made


def broken(imports: ImportGraph, *, indirect: bool) -> list[str]:
    options = {"package": "PySide6", "allowed": ["app.kit*", "app.methods.*.view*"], "indirect": str(indirect)}
    contract = OnlyInContract("Qt only in views", session_options={}, contract_options=options)
    check = contract.check(imports, verbose=False)
    assert check.kept == (not check.metadata["chains"])
    return [" > ".join(chain) for chain in check.metadata["chains"]]


@pytest.mark.parametrize("importer", ["app.kit", "app.kit.fields", "app.methods.a.view", "app.methods.b.view_matrix"])
def test_allowed_modules_may_import_the_package(importer: str) -> None:
    assert broken(graph((importer, "PySide6")), indirect=True) == []


def test_any_other_module_breaks_the_rule() -> None:
    assert broken(graph(("app.methods.a.model", "PySide6")), indirect=False) == ["app.methods.a.model > PySide6"]


def test_a_chain_breaks_the_rule_only_when_it_is_indirect() -> None:
    chain = graph(("app.methods.a.model", "app.kit.fields"), ("app.kit.fields", "PySide6"))

    assert broken(chain, indirect=False) == []
    assert broken(chain, indirect=True) == ["app.methods.a.model > app.kit.fields > PySide6"]


def test_a_package_that_nobody_imports_breaks_nothing() -> None:
    assert broken(ImportGraph(), indirect=True) == []
