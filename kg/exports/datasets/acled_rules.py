"""What an event is to ACLED: the first rule of `acled.tsv` whose conditions hold."""

from kg.exports.datasets.accounts import Account
from kg.lexicons import AcledCondition, AcledRule, Party, load_lexicon
from kg.model import ActorKind, CountKind

__all__ = ["rule_of"]


def rule_of(account: Account) -> AcledRule:
    """Return the first rule for the event's type and mode whose conditions hold."""
    rules = load_lexicon().datasets.acled_rules
    event_type, mode = account.event.event_type, account.event.mode
    found = rules.get((event_type, mode)) or rules[event_type, None]
    return next(rule for rule in found if _holds(rule, account))


def _holds(rule: AcledRule, account: Account) -> bool:
    if rule.contexts and set(rule.contexts).isdisjoint(account.event.contexts):
        return False
    match rule.condition:
        case AcledCondition.ARMED:
            return _is_among_armed(account)
        case AcledCondition.CIVILIANS:
            return _is_on_civilians(account)
        case AcledCondition.PEOPLE:
            return _is_on_people(account)
        case AcledCondition.DEATHS:
            killed = account.toll(CountKind.KILLED)
            return killed is not None and killed.best > 0
        case None:
            return True


def _is_among_armed(account: Account) -> bool:
    actors, targets = account.sides
    are_armed = [who.side.fights for who in targets]
    is_met = bool(targets) and (all(are_armed) if account.is_mutual else any(are_armed))
    return is_met and all(who.side.fights or who.side.party is None for who in actors)


def _is_on_civilians(account: Account) -> bool:
    targets = account.sides[1]
    is_fought = any(who.side.fights for who in targets)
    return not is_fought and any(who.suffers_as == Party.CIVILIANS for who in targets)


def _is_on_people(account: Account) -> bool:
    targets = account.sides[1]
    return any(who.side.party or who.actor.kind == ActorKind.PERSON for who in targets)
