"""The small widgets that all pages share."""

from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.gui.widgets.busy import BusyLine
from kanta_desk.gui.widgets.choice import ChoiceButton
from kanta_desk.gui.widgets.empty import EmptyState
from kanta_desk.gui.widgets.fields import FieldList
from kanta_desk.gui.widgets.labels import Body, ElidedLabel, Heading, MonoLabel, SectionTitle, Title
from kanta_desk.gui.widgets.lines import ErrorLine, NoticeLine
from kanta_desk.gui.widgets.monotext import MonoText
from kanta_desk.gui.widgets.panels import Panel, icon_button, link_button, primary_button, scrolled

__all__ = [
    "Body",
    "BusyLine",
    "ChoiceButton",
    "ElidedLabel",
    "EmptyState",
    "ErrorLine",
    "FieldList",
    "Heading",
    "MonoLabel",
    "MonoText",
    "NoticeLine",
    "Panel",
    "SectionTitle",
    "StatusBadge",
    "Title",
    "icon_button",
    "link_button",
    "primary_button",
    "scrolled",
]
