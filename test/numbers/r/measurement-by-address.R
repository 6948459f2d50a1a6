# Rscript test/numbers/r/measurement-by-address.R: every number of the measurement models in test/numbers/by-address.test.ts, at its address, by lavaan, on the
# answers that by-address.R makes (data/by-address.csv): golden/measurement-by-address.json. Nothing in here is taken from the project's own code.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
suppressPackageStartupMessages(library(lavaan))
d <- read.csv(file.path(here, "..", "data", "by-address.csv"))
d$a[d$a %in% 9] <- NA; d$b[d$b %in% 8] <- NA
d$c <- 6 - d$c
sexes <- c("male", "female"); d$sex <- sexes[d$sex]
p <- c("a", "b", "c", "d"); q <- c("e", "f", "g", "h"); r <- c("u", "v", "w"); items <- c(p, q)
# The column in tenths: 3.5 stands on no scale of whole numbers, and counts as an answer on 1..5.
out <- list()
put <- function(address, value) { if (length(value) != 1) stop(address); out[[address]] <<- if (is.na(value)) NA else as.numeric(value) }
tight <- list(iter.max = 5000)
two <- "p =~ a + b + c + d\nq =~ e + f + g + h"

factors_of <- function(f, name, lists, data, R = abs(cor(data[unlist(lists)], use = "pairwise")), ordinal = FALSE) {
  s <- standardizedSolution(f); e <- parameterEstimates(f); l <- s[s$op == "=~", ]; b <- e[e$op == "=~", ]
  home <- function(item) names(lists)[sapply(lists, function(own) item %in% own)][1]
  for (k in seq_len(nrow(l))) {
    item <- l$rhs[k]; factor <- l$lhs[k]
    put(sprintf("%s.loading(%s, %s)", name, item, factor), l$est.std[k])
    own <- if (item %in% unlist(lists)) home(item) else factor
    if (factor != own) next
    put(sprintf("%s.loading(%s)", name, item), l$est.std[k]); put(sprintf("%s.loading.se(%s)", name, item), l$se[k])
    put(sprintf("%s.b(%s)", name, item), b$est[k]); put(sprintf("%s.b.se(%s)", name, item), b$se[k]); put(sprintf("%s.b.p(%s)", name, item), 2 * pnorm(-abs(b$est[k] / b$se[k])))
  }
  r2 <- lavInspect(f, "rsquare")
  for (item in unlist(lists)) put(sprintf("%s.r2(%s)", name, item), r2[[item]])
  C <- lavInspect(f, "cor.lv"); S <- lavInspect(f, "implied")$cov; Phi <- lavInspect(f, "cov.lv"); L <- lavInspect(f, "est")$lambda
  for (one in names(lists)) {
    std <- l$est.std[l$lhs == one]; own <- l$rhs[l$lhs == one]
    put(sprintf("%s.cr(%s)", name, one), sum(std)^2 / (sum(std)^2 + sum(1 - std^2))); put(sprintf("%s.ave(%s)", name, one), mean(std^2)); put(sprintf("%s.ave.root(%s)", name, one), sqrt(mean(std^2)))
    put(sprintf("%s.omega(%s)", name, one), if (ordinal) NA else sum(L[own, one])^2 * Phi[one, one] / sum(S[own, own]))
    others <- setdiff(names(lists), one)
    put(sprintf("%s.msv(%s)", name, one), max(C[one, others]^2))
    for (two in others) {
      A <- R[lists[[one]], lists[[one]]]; B <- R[lists[[two]], lists[[two]]]
      put(sprintf("%s.correlation(%s, %s)", name, one, two), C[one, two])
      put(sprintf("%s.htmt(%s, %s)", name, one, two), mean(R[lists[[one]], lists[[two]]]) / sqrt(mean(A[upper.tri(A)]) * mean(B[upper.tri(B)])))
    }
  }
  if (ordinal) return(invisible())
  m <- modindices(f)
  for (k in seq_len(nrow(m))) {
    a <- m$rhs[k]; b <- m$lhs[k]
    if (m$op[k] == "=~" && !(a %in% unlist(lists))) next
    for (one in if (m$op[k] == "=~") list(c(a, b)) else list(c(a, b), c(b, a))) { put(sprintf("%s.mi(%s, %s)", name, one[1], one[2]), m$mi[k]); put(sprintf("%s.epc(%s, %s)", name, one[1], one[2]), m$epc[k]) }
  }
}
fit_of <- function(f, name, scaled = FALSE) {
  v <- fitMeasures(f); s <- if (scaled) ".scaled" else ""
  put(paste0(name, ".n"), lavInspect(f, "ntotal"))
  put(paste0(name, ".left_out"), 0); put(paste0(name, ".lost"), nrow(d) - lavInspect(f, "ntotal"))
  named <- c(chi2 = "chisq", df = "df", p = "pvalue", cfi = "cfi", tli = "tli", rmsea = "rmsea", rmsea.low = "rmsea.ci.lower", rmsea.high = "rmsea.ci.upper", rmsea.p = "rmsea.pvalue")
  for (part in names(named)) put(paste0(name, ".", part), v[[paste0(named[[part]], s)]])
  put(paste0(name, ".chi2.unscaled"), v[["chisq"]]); put(paste0(name, ".srmr"), v[["srmr"]]); for (part in c("logl", "aic", "bic")) put(paste0(name, ".", sub("logl", "loglik", part)), if (part %in% names(v)) v[[part]] else NA)
  for (part in c("cfi", "rmsea")) put(sprintf("%s.%s.robust", name, part), if (scaled && name == "mlr") v[[paste0(part, ".robust")]] else NA)
}
ml <- cfa(two, d, std.lv = TRUE, control = tight); fit_of(ml, "ml"); factors_of(ml, "ml", list(p = p, q = q), data = na.omit(d[items]))
mlr <- cfa(paste(two, "q =~ a\nb ~~ e", sep = "\n"), d, std.lv = TRUE, estimator = "MLR", control = tight); fit_of(mlr, "mlr", TRUE); factors_of(mlr, "mlr", list(p = p, q = q), data = na.omit(d[items]))
wls <- cfa(two, d, std.lv = TRUE, ordered = items); fit_of(wls, "wls", TRUE); factors_of(wls, "wls", list(p = p, q = q), data = d, R = abs(lavInspect(wls, "sampstat")$cov), ordinal = TRUE)
fiml <- cfa(two, d, std.lv = TRUE, missing = "fiml", control = tight); fit_of(fiml, "fiml"); factors_of(fiml, "fiml", list(p = p, q = q), data = d)

two <- "m1 =~ a + b + e + f\nm2 =~ c + d + g + h"
# ——— Invariance: each level against the one before ———
equal <- list(configural = NULL, metric = "loadings", scalar = c("loadings", "intercepts"), strict = c("loadings", "intercepts", "residuals"))
before <- NULL
one <- cfa(two, d, std.lv = TRUE); fit_of(one, "by"); factors_of(one, "by", list(m1 = c("a", "b", "e", "f"), m2 = c("c", "d", "g", "h")), data = na.omit(d[items]))
for (level in names(equal)) {
  f <- if (is.null(equal[[level]])) cfa(two, d, std.lv = TRUE, group = "sex", control = tight) else cfa(two, d, std.lv = TRUE, group = "sex", group.equal = equal[[level]], control = tight)
  v <- fitMeasures(f)
  for (part in c("chi2", "df", "cfi", "rmsea", "srmr")) put(sprintf("by.%s.%s", level, part), v[[c(chi2 = "chisq", df = "df", cfi = "cfi", rmsea = "rmsea", srmr = "srmr")[[part]]]])
  if (!is.null(before)) {
    w <- fitMeasures(before); change <- v[["chisq"]] - w[["chisq"]]; more <- v[["df"]] - w[["df"]]
    put(sprintf("by.%s.change.chi2", level), change); put(sprintf("by.%s.change.df", level), more); put(sprintf("by.%s.change.p", level), pchisq(change, more, lower.tail = FALSE))
    put(sprintf("by.%s.change.cfi", level), v[["cfi"]] - w[["cfi"]]); put(sprintf("by.%s.change.rmsea", level), v[["rmsea"]] - w[["rmsea"]])
  }
  before <- f
}
write_golden("measurement-by-address", list(engine = "R with lavaan", versions = versions("lavaan"), tolerance = list(default = list(abs = 2e-5, rel = 1e-4)), values = out))
