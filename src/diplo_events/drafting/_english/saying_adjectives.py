"""The adjectives that are of saying behind a form of "be", with their likeliest acts."""

from typing import Final

__all__ = ["ADJECTIVES"]

ADJECTIVES: Final = """
clear state
adamant demand state
confident express_confidence
optimistic express_optimism
pessimistic express_pessimism
hopeful express_optimism
critical criticize
supportive support
skeptical express_doubt
sceptical express_doubt
insistent demand state
convinced assess
grateful thank
thankful thank
dismissive reject
unequivocal state
worried warn
concerned warn
alarmed warn
emphatic state
apologetic apologize
"""
"""Adjectives that are of saying behind "is" or "was", with certain words behind them: "was clear that"."""
