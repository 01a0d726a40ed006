"""The wind tunnel: what could be done, tried out in every world."""

from foresight.core.methods import Method, MethodCard
from foresight.core.words import N_
from foresight.methods.windtunnel.model import WindTunnel
from foresight.model.scenarios import Scenarios

METHOD = Method(
    id="windtunnel",
    title=N_("Wind tunnel"),
    purpose=N_("What could we do, and what of it holds in every world?"),
    group="act",
    order=70,
    icon="wind",
    slices=(Scenarios, WindTunnel),
    home_of=(WindTunnel,),
    workspace=f"{__name__}.view:WindTunnelWorkspace",
    sections=f"{__name__}.report:sections",
    analyse=f"{__name__}.analysis:figures",
    card=MethodCard(
        minutes="45–75",
        say=(
            N_("An aircraft is tried out in a wind tunnel before anybody sits in it. We do the same with our plans."),
            N_("Do not ask which world is likely. Ask what this option would be worth if that world came."),
            N_("Where an option fails, ask first what would have to be changed for it to work."),
        ),
        steps=(
            N_("Collect options: what we plan already, and what the worlds ask of us. One line each, with a verb."),
            N_("Let each table live in one world and judge every option there: −2 goes wrong, +2 works very well."),
            N_("Write down why, and what one would change so that the option works better there."),
            N_("Look at the classes: what works in all worlds, in most, in a few, in none."),
            N_("Begin with what nobody regrets. Tie what works only in some worlds to a signpost."),
        ),
        mistakes=(
            N_("Options so vague that they work everywhere, such as “be better at working together”."),
            N_("Scoring the world instead of the option: also a dark world has measures that work."),
            N_("Adding scores up and choosing the highest: one world in which it goes wrong may be one too many."),
        ),
    ),
)
