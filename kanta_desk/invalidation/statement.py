"""What a plan would do, told so that a tired reader cannot take it for anything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kanta_desk.model.codes import Code
from kanta_desk.model.invalidation import InvalidationPlan, PlannedItem
from kanta_desk.model.people import Holder
from kanta_desk.model.terms import invalidating as words
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.text import Language
from kanta_desk.model.time import finnish_time


@dataclass(frozen=True, slots=True)
class StatementItem:
    """One document of a statement: a line to know it by, and what would be sent of it."""

    title: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What is confirmed: ``heading`` with the count, ``warnings`` in order of weight, ``people``
    (whose documents, who signs), ``facts`` of the whole, each document, and those that cannot be
    invalidated with the reason; ``left_out`` says how many these are, and is empty for none."""

    heading: str
    warnings: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    items: tuple[StatementItem, ...]
    refused: tuple[tuple[str, str], ...]
    left_out: str

    def lines(self) -> tuple[str, ...]:
        """The whole statement as plain lines."""
        told = [self.heading, "", *self.warnings, ""]
        told += _aligned((*self.people, *self.facts))
        for number, item in enumerate(self.items, 1):
            told += [
                "",
                f"{number}. {item.title}",
                *(f"   {line}" for line in _aligned(item.details)),
            ]
        if self.refused:
            told += ["", self.left_out, *(f"{oid}: {why}" for oid, why in self.refused)]
        return tuple(told)

    def reminder(self) -> tuple[str, ...]:
        """What must be before the eyes when one confirms, however long the list was."""
        return (self.heading, self.warnings[0], *filter(None, (self.left_out,)))


def statement(
    plan: InvalidationPlan,
    language: Language,
    holder: Holder,
    *,
    name_of: Callable[[Code], str],
    reason_sent: bool,
    unverified: bool,
) -> Statement:
    """The statement of ``plan`` for ``holder``, who would sign. ``name_of`` names codes in that
    language; ``reason_sent``: the message profile has a place for a reason; ``unverified``: the
    message stands on facts that no published source confirms."""
    context, reason = plan.context, plan.reason.name.of(language)
    warnings = [words.FOREVER, words.SENT, words.CLIENT_SEES]
    warnings.append(words.REASON_SENT if reason_sent else words.REASON_KEPT)
    if unverified:
        warnings.append(words.UNVERIFIED)
    clients = {item.metadata.client_id for item in plan.items if item.metadata.client_id}
    people = [
        (words.CLIENTS, str(len(clients))),
        (words.SIGNER, f"{holder.name} ({holder.identifier})"),
    ]
    if plan.proposer:
        people.append((words.PROPOSER, plan.proposer))
    facts = (
        (
            words.CONTROLLER,
            f"{context.register.controller.name} ({context.register.controller.oid})",
        ),
        (words.REGISTER, name_of(context.register.code)),
        (words.PURPOSE, context.purpose.name.of(language)),
        (words.REASON, " – ".join(filter(None, (reason, plan.text)))),
        (words.DIGEST, plan.digest),
    )
    return Statement(
        heading=words.HEADING.filled(language, len(plan.items)),
        warnings=tuple(each.of(language) for each in warnings),
        people=tuple((label.of(language), value) for label, value in people),
        facts=tuple((label.of(language), value) for label, value in facts),
        items=tuple(_item(item, language, name_of) for item in plan.items),
        refused=tuple((r.oid.value, explain(r.error, language).title) for r in plan.refused),
        left_out=words.REFUSED.filled(language, len(plan.refused)) if plan.refused else "",
    )


def _item(item: PlannedItem, language: Language, name_of: Callable[[Code], str]) -> StatementItem:
    document = item.metadata
    created = finnish_time(document.created) if document.created else "–"
    kind = name_of(document.document_type) if document.document_type else ""
    title = document.title or kind or words.DOCUMENT.of(language)
    details = (
        (words.CLIENT, document.client_id.masked if document.client_id else "–"),
        (words.CREATED, created),
        (words.DOCUMENT, item.oid.value),
        (words.VERSION, str(document.version)),
        (words.SET, document.set_id.value),
        (words.NEW_VERSION, f"{document.version + 1} · {item.new_oid}"),
        (words.MESSAGE, item.message_id),
    )
    return StatementItem(title, tuple((label.of(language), value) for label, value in details))


def _aligned(pairs: tuple[tuple[str, str], ...]) -> list[str]:
    width = max((len(label) for label, _ in pairs), default=0)
    return [f"{label:<{width}}  {value}" for label, value in pairs]
