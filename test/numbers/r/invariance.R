# Rscript test/numbers/r/invariance.R: multi-group factor models by lavaan, written to test/numbers/golden/invariance.json.
# lavaan's optimiser is asked for more digits than it usually stops at; what is left of its gradient is written down too.
suppressMessages(library(lavaan))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
read <- function(name) read.csv(file.path(here, "..", "data", paste0(name, ".csv")))
levels_of <- list(configural = "", metric = "loadings", scalar = c("loadings", "intercepts"), strict = c("loadings", "intercepts", "residuals"))
measures <- c("npar", "chisq", "df", "pvalue", "baseline.chisq", "baseline.df", "cfi", "tli", "rmsea", "srmr", "logl", "aic", "bic")
# nlminb stops with a gradient of about 1e-6; BFGS and Gauss-Newton go on from there, and the best of them is kept.
slack <- function(f) max(abs(lavInspect(f, "optim.gradient")))
fit <- function(model, data, group, labels, level, std, partial) {
  attempt <- function(...) suppressWarnings(cfa(model, data, group = group, group.label = labels, group.equal = levels_of[[level]], group.partial = partial, meanstructure = TRUE, std.lv = std,
    likelihood = "normal", information = "expected", optim.force.converged = TRUE, ...))
  f <- attempt(control = list(rel.tol = 1e-13, iter.max = 20000, eval.max = 40000))
  b <- attempt(start = f, optim.method = "BFGS", control = list(reltol = 1e-18, maxit = 5000))
  g <- tryCatch(attempt(start = b, optim.method = "GN", optim.gn.tol.x = 1e-12, optim.gn.iter.max = 1000), error = function(e) b)
  Reduce(function(x, y) if (slack(y) < slack(x)) y else x, list(f, b, g))
}
document_of <- function(f, labels, estimates = TRUE) {
  table <- parameterEstimates(f, remove.nonfree = FALSE)
  kind <- ifelse(table$op == "=~", "loading", ifelse(table$op == "~1", ifelse(table$lhs %in% lavNames(f, "lv"), "mean", "intercept"), ifelse(table$lhs %in% lavNames(f, "lv"), "covariance", "residual")))
  rows <- table$op %in% c("=~", "~~", "~1")
  se <- ifelse(is.na(table$se) | table$se == 0, NA, table$se)
  # One line a parameter: group, kind, its two names, value, standard error.
  lines <- vapply(which(rows), function(i) paste(labels[table$group[i]], kind[i], table$lhs[i], table$rhs[i], number(table$est[i]), number(se[i])), "")
  if (!lavInspect(f, "converged")) stop("not converged")
  list(fit = as.list(unclass(fitMeasures(f, measures))), gradient = max(abs(lavInspect(f, "optim.gradient"))), estimates = if (estimates) I(lines))
}
tests_of <- function(f) {
  t <- lavTestScore(f)$uni
  p <- parTable(f)
  lapply(seq_len(nrow(t)), function(i) { a <- p[p$plabel == t$lhs[i], ]; list(kind = if (a$op == "=~") "loading" else if (a$op == "~1") "intercept" else "residual", item = if (a$op == "=~") a$rhs else a$lhs, chi2 = t$X2[i], p = t$p.value[i]) })
}
case <- function(data, group, labels, factors, partial_loading, partial_intercept, strict = TRUE) {
  d <- read(data)
  model <- paste(vapply(names(factors), function(f) paste(f, "=~", paste(factors[[f]], collapse = " + ")), ""), collapse = "\n")
  kept <- complete.cases(d[, unlist(factors)]) & d[[group]] %in% labels
  d <- d[kept, ]
  out <- list(data = data, group = group, groups = I(as.character(labels)), factors = lapply(factors, I), n = I(as.vector(table(factor(d[[group]], labels)))))
  for (std in c(FALSE, TRUE)) for (level in names(levels_of)) {
    f <- fit(model, d, group, labels, level, std, "")
    name <- paste(level, if (std) "std" else "marker", sep = "_")
    out$models[[name]] <- document_of(f, as.character(labels), data != "bfi" || level == "scalar")
    if (std && level %in% c("metric", "scalar")) out$score_tests[[level]] <- tests_of(f)
  }
  partial <- c(paste(names(partial_loading), partial_loading, sep = " =~ "), paste(partial_intercept, "~ 1"))
  f <- fit(model, d, group, labels, "scalar", FALSE, partial)
  out$partial <- c(list(freed = list(loading = I(unname(partial_loading)), intercept = I(partial_intercept))), document_of(f, as.character(labels)))
  out
}
documents <- list(
  hs1939_school = case("hs1939", "school", c("Pasteur", "Grant-White"), list(visual = c("x1", "x2", "x3"), textual = c("x4", "x5", "x6"), speed = c("x7", "x8", "x9")), c(textual = "x5"), c("x3", "x7")),
  bfi_gender = case("bfi", "gender", c(1, 2), list(agree = c("A2", "A1", "A3", "A4", "A5"), conscientious = c("C1", "C2", "C3", "C4", "C5"), extra = c("E3", "E1", "E2", "E4", "E5"), neuro = c("N1", "N2", "N3", "N4", "N5"), open = c("O3", "O1", "O2", "O4", "O5")), c(agree = "A4"), c("N5", "E4")),
  provinces = case("provinces", "province", c("anshun", "bijie"), list(economy = c("eco_income_sat", "eco_cost", "eco_income_change"), society = c("soc_friends", "soc_activities", "soc_neighbours"), psychology = c("psy_enjoy", "psy_confident", "psy_happier")), c(society = "soc_activities"), c("psy_happier")),
  bfi_education = case("bfi", "education", c(1, 2, 3, 4, 5), list(agree = c("A2", "A1", "A3", "A4", "A5"), extra = c("E3", "E1", "E2", "E4", "E5")), c(agree = "A4"), c("E4")))
write_golden("invariance", list(engine = "lavaan (R)", versions = versions("lavaan"), likelihood = "normal: covariances divide by n, chi-square is N*F; information expected",
  tolerance = list(chi2 = list(rel = 1e-6), indices = list(abs = 1e-6), estimates = list(abs = 1e-5, rel = 1e-5), standard_errors = list(abs = 1e-5, rel = 1e-5), score_tests = list(abs = 1e-4, rel = 1e-4)), cases = documents))
