"""Plans and verdicts of deployment tests, for the window and the commands."""

from __future__ import annotations

from kanta_desk.deployment.deadline import report_deadline, working_days_left
from kanta_desk.deployment.export import matrix_lines, verdict_json
from kanta_desk.deployment.mail_draft import mail_link
from kanta_desk.deployment.outcome import Step, StepState, progress_to_report, result_of
from kanta_desk.deployment.plan import read_plan
from kanta_desk.desk.session import Session
from kanta_desk.model.deployment import ReportDetails, Verdict
from kanta_desk.model.mode import Mode
from kanta_desk.model.time import HELSINKI
from kanta_desk.settings.options import Options

__all__ = [
    "Step",
    "StepState",
    "known_details",
    "mail_link",
    "matrix_lines",
    "progress_to_report",
    "read_plan",
    "report_deadline",
    "result_of",
    "verdict_json",
    "working_days_left",
]


def known_details(options: Options, session: Session, verdict: Verdict) -> ReportDetails:
    """What a report says beside its verdict, as far as options, session and plan tell it."""
    own, controller, plan = options.organisation, session.context.register.controller, verdict.plan
    return ReportDetails(
        organisation=own.party.name if own else "",
        business_id=str(own.business_id) if own else "",
        controller=controller.name,
        controller_oid=controller.oid.value,
        system=plan.system,
        system_version=plan.system_version,
        vendor=plan.vendor,
        test_case=plan.test_case,
        test_day=plan.test_day or verdict.started.astimezone(HELSINKI).date(),
        archivist=session.holder.name,
        practice=options.mode is Mode.PRACTICE,
    )
