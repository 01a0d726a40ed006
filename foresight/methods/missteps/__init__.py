"""Missteps: what was tried, failed, taught us something and was shared; experiments that test assumptions."""

from foresight.core.methods import Exchange, Method, MethodCard
from foresight.core.words import N_
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.missteps import Missteps
from foresight.model.quotes import Quotes
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop

METHOD = Method(
    id="missteps",
    title=N_("Missteps"),
    purpose=N_("Try, fail, learn, share: what went wrong and what it taught us, and what we try out next."),
    group="act",
    order=74,
    icon="misstep",
    slices=(Drivers, Groups, Missteps, Quotes, Scenarios, Workshop),
    home_of=(Missteps,),
    workspace=f"{__name__}.view:MisstepsWorkspace",
    making=f"{__name__}.report:making",
    report=f"{__name__}.report:report",
    analyse=f"{__name__}.summary:figures",
    findings=f"{__name__}.findings:findings",
    exchanges=(
        Exchange(
            id="missteps",
            title=N_("Missteps, one to a row"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange:write_missteps",
        ),
        Exchange(
            id="experiments",
            title=N_("Experiments, one to a row"),
            endings=(".csv", ".xlsx"),
            write=f"{__name__}.exchange:write_experiments",
        ),
    ),
    card=MethodCard(
        minutes="30–45",
        say=(
            N_("Tell of something that did not work out. The best are those from which others can learn."),
            N_("Four short lines: what we tried, what failed, what we learnt, whom we told."),
            N_("Nobody asks who was to blame. The leader begins, with a misstep of the leader's own."),
        ),
        steps=(
            N_("Begin with one of your own, so that others dare to follow."),
            N_("Let each table write down a misstep or two; type them in, one line after the other."),
            N_("Read out what was learnt and ask: who else should hear this?"),
            N_("Look at what each world takes for granted, and pick the assumption that would hurt most if it fell."),
            N_("For each one picked: the cheapest test, what would make us stop, who tries it, and by when."),
        ),
        mistakes=(
            N_("Missteps of others, or from so long ago that nobody has to dare anything."),
            N_("A test that takes a year and a budget. Ask what could be seen within a month."),
            N_("An experiment without a day, or without anything that would make us stop."),
        ),
    ),
)
