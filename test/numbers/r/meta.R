# Rscript test/numbers/r/meta.R: random-effects meta-analyses by metafor, written to test/numbers/golden/meta.json.
suppressMessages(library(metafor))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
one <- function(yi, vi, method, test) {
  f <- rma(yi, vi, method = method, test = test, control = list(threshold = 1e-12, maxiter = 10000, tol = 1e-12))
  p <- predict(f)
  out <- list(tau2 = f$tau2, se_tau2 = f$se.tau2, i2 = f$I2, h2 = f$H2, estimate = f$beta[[1]], se = f$se, statistic = f$zval, p = f$pval, low = f$ci.lb, high = f$ci.ub, prediction_low = p$pi.lb, prediction_high = p$pi.ub)
  if (length(yi) > 2) {
    # Higgins, Thompson & Spiegelhalter 2009: t with k - 2 degrees of freedom.
    half <- qt(.975, length(yi) - 2) * sqrt(f$tau2 + f$se^2)
    out$prediction_t_low <- f$beta[[1]] - half
    out$prediction_t_high <- f$beta[[1]] + half
  }
  out
}
case <- function(name, yi, vi) {
  fixed <- rma(yi, vi, method = "FE")
  out <- list(yi = I(as.numeric(yi)), sei = I(sqrt(as.numeric(vi))), q = fixed$QE, q_df = fixed$k - 1, q_p = fixed$QEp, fixed = list(estimate = fixed$beta[[1]], se = fixed$se))
  for (method in c("DL", "REML", "PM")) for (test in c("z", "knha")) out$models[[paste(method, test, sep = "_")]] <- one(yi, vi, method, test)
  profile <- confint(rma(yi, vi, method = "PM"), control = list(tol = 1e-10, tau2.max = 1000))$random
  out$tau2_profile <- I(as.numeric(profile[1, 2:3]))
  if (length(yi) > 2) {
    l <- leave1out(rma(yi, vi, method = "REML", control = list(threshold = 1e-12, maxiter = 10000)))
    out$leave_one_out <- list(estimate = I(l$estimate), se = I(l$se), q = I(l$Q), tau2 = I(l$tau2), i2 = I(l$I2))
  }
  out
}
bcg <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
bfi <- read.csv(file.path(here, "..", "data", "bfi.csv"))
slopes <- t(sapply(1:5, function(g) { f <- lm(E5 ~ A2 + C1 + N1 + age, bfi[bfi$education %in% g, ]); c(coef(f)[["C1"]], vcov(f)["C1", "C1"]) }))
write_golden("meta", list(engine = "metafor (R)", versions = versions("metafor"), tolerance = list(default = list(rel = 1e-6, abs = 1e-7)),
  prediction = "prediction_low/high: metafor's predict(), normal quantile (t with k-1 df under knha); prediction_t: t with k-2 df",
  cases = list(
    bcg = case("bcg", bcg$yi, bcg$vi), bfi_education_c1 = case("slopes", slopes[, 1], slopes[, 2]),
    alike = case("alike", c(.30, .31, .29, .305), c(.01, .02, .015, .01)), two = case("two", c(.2, .9), c(.02, .03)),
    one_precise = case("one_precise", c(.1, .5, -.3, .8, .25, .4), c(.0001, .04, .09, .05, .02, .3)))))
