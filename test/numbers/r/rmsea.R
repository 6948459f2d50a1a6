# Rscript test/numbers/r/rmsea.R: 90 % intervals of RMSEA and the test of close fit by lavaan, written to test/numbers/golden/rmsea.json.
# lavaan looks for the ends of the interval with uniroot's default tolerance: hence 1e-4.
suppressMessages(library(lavaan))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
case <- function(data, group, model) {
  d <- read.csv(file.path(here, "..", "data", paste0(data, ".csv")))
  d <- d[complete.cases(d[, unlist(regmatches(model, gregexpr("(x[0-9]|(eco|soc|psy)_[a-z_]+)", model)))]), ]
  lapply(list(configural = "", metric = "loadings", scalar = c("loadings", "intercepts")), function(equal) {
    m <- fitMeasures(cfa(model, d, group = group, group.equal = equal, meanstructure = TRUE), c("rmsea.ci.lower", "rmsea.ci.upper", "rmsea.pvalue"))
    list(lower = m[[1]], upper = m[[2]], close = m[[3]])
  })
}
write_golden("rmsea", list(engine = "lavaan (R)", versions = versions("lavaan"), tolerance = list(rmsea = list(abs = 1e-4)), cases = list(
  hs1939_school = case("hs1939", "school", "visual =~ x1 + x2 + x3\n textual =~ x4 + x5 + x6\n speed =~ x7 + x8 + x9"),
  provinces = case("provinces", "province", "economy =~ eco_income_sat + eco_cost + eco_income_change\n society =~ soc_friends + soc_activities + soc_neighbours\n psychology =~ psy_enjoy + psy_confident + psy_happier"))))
