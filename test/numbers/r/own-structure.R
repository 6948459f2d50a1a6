# Rscript test/numbers/r/own-structure.R: one study's declared factors by lavaan, modification indices of every cross-loading, and the
# fit with an item moved, written to test/numbers/golden/own-structure.json.
suppressMessages(library(lavaan))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
read <- function(name) read.csv(file.path(here, "..", "data", paste0(name, ".csv")))
fit <- function(factors, d) {
  model <- paste(vapply(names(factors), function(f) paste(f, "=~", paste(factors[[f]], collapse = " + ")), ""), collapse = "\n")
  suppressWarnings(cfa(model, d, meanstructure = TRUE, likelihood = "normal", information = "expected", optim.force.converged = TRUE, control = list(rel.tol = 1e-13, iter.max = 20000, eval.max = 40000)))
}
case <- function(data, filter, factors, item, from, to) {
  d <- read(data)
  if (length(filter)) d <- d[d[[names(filter)]] == filter[[1]], ]
  d <- d[complete.cases(d[, unlist(factors)]), ]
  f <- fit(factors, d)
  m <- modindices(f, op = "=~")
  other <- factors
  other[[from]] <- setdiff(other[[from]], item)
  other[[to]] <- c(other[[to]], item)
  g <- fit(other, d)
  measures <- c("chisq", "df", "bic", "cfi", "rmsea", "srmr")
  list(data = data, filter = as.list(filter), factors = lapply(factors, I), n = nrow(d), fit = as.list(unclass(fitMeasures(f, measures))),
    indices = lapply(seq_len(nrow(m)), function(i) list(factor = m$lhs[i], item = m$rhs[i], mi = m$mi[i])),
    moved = c(list(item = item, from = from, to = to), as.list(unclass(fitMeasures(g, measures)))))
}
write_golden("own-structure", list(engine = "lavaan (R)", versions = versions("lavaan"), likelihood = "normal; information expected",
  tolerance = list(fit = list(rel = 1e-6), indices = list(abs = 5e-3, rel = 1e-3)), cases = list(
  speed_item_among_visual = case("hs1939", character(), list(visual = c("x1", "x2", "x3", "x9"), textual = c("x4", "x5", "x6"), speed = c("x7", "x8")), "x9", "visual", "speed"),
  leaves_one_behind = case("hs1939", character(), list(visual = c("x1", "x4"), textual = c("x5", "x6"), speed = c("x7", "x8", "x9")), "x4", "visual", "textual"),
  provinces = case("provinces", c(province = "bijie"), list(economy = c("eco_income_sat", "eco_cost", "psy_enjoy"), society = c("soc_friends", "soc_activities", "soc_neighbours"), psychology = c("eco_income_change", "psy_confident", "psy_happier")), "psy_enjoy", "economy", "psychology"))))
