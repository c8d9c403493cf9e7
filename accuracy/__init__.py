"""How much the rules find and how often they are right, measured on defects put into clean texts."""
