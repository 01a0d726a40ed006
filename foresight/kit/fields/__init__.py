"""Fields of a form: each shows one field of an entity and sends what the user makes of it.

A form shows one entity or several; where several differ a field says so, and editing it changes all of them in one
undo step.
"""

from foresight.kit.fields.base import MIXED, Field
from foresight.kit.fields.choice import (
    CheckField,
    ChoiceField,
    DegreeField,
    NumberField,
    RefField,
    RefsField,
    StayingField,
)
from foresight.kit.fields.form import Form
from foresight.kit.fields.text import DateField, LineField, LinesField, ProseField, TagsField, WrappedField

__all__ = [
    "MIXED",
    "CheckField",
    "ChoiceField",
    "DateField",
    "DegreeField",
    "Field",
    "Form",
    "LineField",
    "LinesField",
    "NumberField",
    "ProseField",
    "RefField",
    "RefsField",
    "StayingField",
    "TagsField",
    "WrappedField",
]
