"""The plan from today beside the agreed one: what stays, what goes, what comes, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from pragola.planning.actions import ActionKind
from pragola.rulebooks import load_edition
from pragola.scoring.score import score
from pragola.web.shared.numbers import figure
from pragola.web.targets.doing import Done, Levels, doing_of, levels_of
from pragola.web.targets.models import AgreedPlan, Choice, Wish
from pragola.web.targets.queries.lines import days, deed_of, signed
from pragola.web.targets.queries.names import Names, names_of
from pragola.web.targets.queries.question import Question, question_of
from pragola.web.targets.queries.room import calculation_for
from pragola.web.targets.stored import StoredAction, read_action, read_answer
from pragola.wording import Language

type Subject = tuple[str, int | None, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An action that stays, goes or comes, and why."""

    about: str
    deed: str
    unit: str
    adds: str
    effort: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replanned:
    """The new plan against the agreed one. `same`: it asks for nothing else than what is left."""

    id: int
    fresh: bool
    reached: bool
    index: str
    effort: str
    effort_left: str
    proven: bool
    same: bool
    finished: tuple[Change, ...]
    kept: tuple[Change, ...]
    gone: tuple[Change, ...]
    new: tuple[Change, ...]


def replanned(plan: AgreedPlan, *, at: datetime, language: Language) -> Replanned | None:
    """What a plan from today would change; None as long as none was made from today's answers."""
    question = question_of(plan.assessment, at=at)
    row, fresh = calculation_for(plan.assessment, question)
    if question is None or row is None or not fresh or "answer" not in row.told:
        return None
    answer = read_answer(row.told["answer"])
    shown = answer.shown
    if shown is None:
        return None
    answers = question.situation.answers
    levels = levels_of(load_edition(plan.assessment.edition), answers)
    old = [read_action(told) for told in plan.actions.values_list("told", flat=True)]
    teller = _Teller(names_of(plan.assessment, language), language, question, levels)
    finished = [a for a in old if doing_of(a, levels).state is Done.DONE]
    left = [a for a in old if a not in finished]
    now = {each.subject: each for each in shown.actions}
    gone = [a for a in left if a.subject not in now]
    before = {a.subject for a in left}
    new = [a for a in shown.actions if a.subject not in before]
    index = figure(score(question.situation.edition, answers).index, language)
    return Replanned(
        id=row.pk,
        fresh=fresh,
        reached=answer.plan is not None,
        index=figure(shown.index, language),
        effort=days(shown.effort, language),
        effort_left=days(sum((a.effort for a in left), start=shown.effort * 0), language),
        proven=shown.proven,
        same=not gone and not new,
        finished=tuple(teller.told(a, _("levelnya sudah tercapai")) for a in finished),
        kept=tuple(teller.told(now[a.subject], teller.kept(a, now)) for a in left if a not in gone),
        gone=tuple(teller.told(a, teller.why_gone(a)) for a in gone),
        new=tuple(teller.told(a, teller.why_new(a, gone, index)) for a in new),
    )


@dataclass(frozen=True)
class _Teller:
    names: Names
    language: Language
    question: Question
    levels: Levels

    def told(self, action: StoredAction, why: str) -> Change:
        """The action in words."""
        row = action.kind is ActionKind.RAISE and action.entry is not None
        place = f", {self.names.indicator(action.indicator)}" if row else ""
        return Change(
            about=f"{self.names.about(action)}{place}",
            deed=deed_of(action),
            unit=self.names.unit(action.unit),
            adds=signed(action.adds, self.language),
            effort=days(action.effort, self.language),
            why=why,
        )

    def kept(self, old: StoredAction, now: Mapping[Subject, StoredAction]) -> str:
        """What is different about an action that stays; empty where nothing is."""
        new = now[old.subject]
        if new.level != old.level:
            told = {"old": old.level, "new": new.level}
            return _("sampai level %(new)s, bukan %(old)s") % told
        if new.effort != old.effort:
            told_days = {"old": days(old.effort, self.language)}
            return _("sisa tenaganya berbeda; disepakati %(old)s hari kerja") % told_days
        return ""

    def why_gone(self, action: StoredAction) -> str:
        """Why the new plan does without it."""
        if doing_of(action, self.levels).state is Done.GONE:
            return _("inovasinya ditolak atau tidak ada lagi")
        if self._barred(action):
            return _("menurut pilihan yang dibuat sesudahnya")
        return _("tidak diperlukan lagi: dari keadaan sekarang, yang lain lebih ringan")

    def why_new(self, action: StoredAction, gone: Sequence[StoredAction], index: str) -> str:
        """Why the new plan needs it."""
        if any(c.wish == Wish.SURELY and _about(c, action) for c in self.question.choices):
            return _("menurut pilihan yang dibuat sesudahnya")
        lost = next(self._lost(gone), None)
        if lost is not None:
            about = {"about": self.names.about(lost)}
            return _("menggantikan “%(about)s”") % about
        return _("dari indeks %(index)s sekarang, ini yang paling ringan") % {"index": index}

    def _lost(self, gone: Sequence[StoredAction]) -> Iterator[StoredAction]:
        for action in gone:
            if self._barred(action) or doing_of(action, self.levels).state is Done.GONE:
                yield action

    def _barred(self, action: StoredAction) -> bool:
        return any(
            (choice.wish == Wish.NOT and _about(choice, action))
            or (choice.wish == Wish.NO_HANDS and choice.unit_id == action.unit)
            for choice in self.question.choices
        )


def _about(choice: Choice, action: StoredAction) -> bool:
    if choice.collective or action.collective:
        return choice.collective == action.collective
    return (choice.entry_id, choice.indicator) == (action.entry, action.indicator)
