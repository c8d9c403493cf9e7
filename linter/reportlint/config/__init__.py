"""The configuration: what a file may say (`schema`), finding and reading it (`load`), what holds for one report (`resolve`)."""
