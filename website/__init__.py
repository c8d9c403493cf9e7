"""The documentation site: the pages of docs/, and one page for each rule made out of the rule itself, in Chinese and English."""
