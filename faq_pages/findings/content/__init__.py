"""What an editor wrote: questions, answers, links, words, and who stands behind them."""
