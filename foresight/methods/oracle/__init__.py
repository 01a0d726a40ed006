"""Oracle: questions to somebody who has seen the horizon year."""

from foresight.core.methods import Method
from foresight.core.words import N_
from foresight.methods.oracle.model import Oracle
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.scenarios import Scenarios

METHOD = Method(
    id="oracle",
    title=N_("Oracle"),
    purpose=N_("What we would ask somebody who has seen the future, and what each world answers."),
    group="imagine",
    order=50,
    icon="oracle",
    slices=(Drivers, Groups, Oracle, Scenarios),
)
