"""Pages full of seals, signatures and what resembles them, each mark with its true place and text.

``python -m samples.marks --count 300 --seed 7 --out DIR`` writes the pages and their truths side by side.
"""
