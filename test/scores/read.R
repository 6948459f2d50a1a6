# What other programs read in the files that `studyspec scores` writes of small.study.
#
#   node packages/cli/bin/studyspec.js scores test/scores/small.study -o /tmp/small.sav   (and .dta)
#   Rscript test/scores/read.R /tmp/small > test/scores/haven.json
#
# haven reads both; what GNU PSPP's DISPLAY DICTIONARY says of small.sav stands in scores.test.ts, copied by hand.
suppressMessages({ library(haven); library(jsonlite) })
base <- commandArgs(trailingOnly = TRUE)[1]
facts <- function(d, missing_of) lapply(d, function(x) {
  v <- if (is.character(x)) as.character(x) else as.numeric(x)
  l <- attr(x, "labels")
  list(label = attr(x, "label"), values = v, labels = if (is.null(l)) NULL else setNames(as.list(ifelse(is.na(l), na_tag(l), as.character(l))), names(l)),
       missing = missing_of(x))
})
sav <- read_sav(paste0(base, ".sav"), user_na = TRUE)
dta <- read_dta(paste0(base, ".dta"))
cat(toJSON(list(program = paste("haven", packageVersion("haven"), "on", R.version.string),
  sav = list(label = attr(sav, "label"), columns = facts(sav, function(x) attr(x, "na_values"))),
  dta = list(label = attr(dta, "label"), columns = facts(dta, function(x) if (is.character(x)) NULL else na_tag(x)))),
  auto_unbox = TRUE, digits = NA, na = "null", null = "null", pretty = FALSE))
