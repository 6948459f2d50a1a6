# Every number of the study in ../tables-by-address.test.ts, by the addresses that an author writes: correlations, two groups, pairs, one
# sample, cross tables, covariates and crossed factors. R 4.2.2 with car, emmeans, effectsize (exact intervals of d by stats::pt).
here <- if (length(f <- grep("^--file=", commandArgs(), value = TRUE))) dirname(sub("--file=", "", f)) else "."
source(file.path(here, "json.R"))
suppressMessages({library(car); library(emmeans)})
options(contrasts = c("contr.sum", "contr.poly"), warn = -1)
d <- read.csv(file.path(here, "../data/by-address.csv"))
out <- list(); put <- function(name, value) out[[name]] <<- if (length(value) == 0 || is.na(value)) NULL else as.numeric(value)
for (v in c("a", "b", "c", "d", "e")) d[[v]][!d[[v]] %in% 1:5] <- NA # an answer is outside its scale
d$c <- 6 - d$c; d$p <- rowMeans(d[, c("a", "b", "c", "d")], na.rm = TRUE)
pair <- function(job, a, b, part, value) for (at in c(sprintf("%s, %s", a, b), sprintf("%s, %s", b, a))) put(sprintf("%s.%s(%s)", job, part, at), value)
correlate <- function(job, of, method, pairwise = FALSE, control = NULL, where = rep(TRUE, nrow(d))) {
  x <- d[where, c(of, control)]; if (!pairwise) x <- x[complete.cases(x), ]
  for (v in of) { y <- x[[v]][!is.na(x[[v]])]; put(sprintf("%s.n(%s)", job, v), length(y)); put(sprintf("%s.mean(%s)", job, v), mean(y)); put(sprintf("%s.sd(%s)", job, v), sd(y)) }
  put(paste0(job, ".left_out"), nrow(d) - sum(where)); if (!pairwise) put(paste0(job, ".lost"), sum(where) - nrow(x))
  q <- length(control); p <- c(); found <- list()
  for (i in seq_along(of)) for (j in seq_len(i - 1)) {
    y <- x[, c(of[i], of[j], control)]; y <- y[complete.cases(y), ]; n <- nrow(y)
    if (q > 0) { k <- cor(if (method == "spearman") apply(y, 2, rank) else y, method = if (method == "kendall") "kendall" else "pearson"); s <- solve(k); r <- -s[1, 2] / sqrt(s[1, 1] * s[2, 2]) }
    else r <- cor(y[[1]], y[[2]], method = method)
    df <- n - 2 - q
    if (method == "kendall") { m <- n - q; z <- if (q > 0) r / sqrt(2 * (2 * m + 5) / (9 * m * (m - 1))) else cor.test(y[[1]], y[[2]], method = "kendall", exact = FALSE)$statistic; pv <- 2 * pnorm(-abs(z)) }
    else { pv <- 2 * pt(-abs(r) * sqrt(df / (1 - r^2)), df); h <- qnorm(.975) * sqrt((if (method == "spearman" && q == 0) 1 + r^2 / 2 else 1) / (n - 3 - q)); pair(job, of[i], of[j], "low", tanh(atanh(r) - h)); pair(job, of[i], of[j], "high", tanh(atanh(r) + h)) }
    pair(job, of[i], of[j], "r", r); pair(job, of[i], of[j], "n", n); pair(job, of[i], of[j], "p", pv); p <- c(p, pv); found[[length(found) + 1]] <- c(of[i], of[j])
  }
  h <- p.adjust(p, "holm"); for (i in seq_along(found)) pair(job, found[[i]][1], found[[i]][2], "p.holm", h[i])
}
correlate("t1", c("p", "e", "age", "hours"), "pearson")
correlate("t2", c("p", "e", "age", "hours"), "pearson", pairwise = TRUE, where = !is.na(d$age) & d$age > 30)
correlate("t3", c("a", "e", "age"), "spearman")
correlate("t4", c("a", "e", "age"), "kendall", pairwise = TRUE)
correlate("t5", c("p", "e", "hours"), "pearson", control = c("age", "mood"))
correlate("t6", c("p", "e", "hours"), "spearman", control = "age")
correlate("t7", c("p", "e", "hours"), "kendall", control = "age")

at <- function(t, df, p) uniroot(function(x) pt(t, df, x) - p, c(t - 10 - abs(t), t + 10 + 2 * abs(t)), tol = 1e-14)$root
two <- function(job, outcome, group, levels) {
  a <- d[[outcome]][d[[group]] == levels[1]]; b <- d[[outcome]][d[[group]] == levels[2]]; a <- a[!is.na(a)]; b <- b[!is.na(b)]
  at1 <- function(part, value) put(sprintf("%s.%s.%s", job, outcome, part), value)
  e <- t.test(a, b, var.equal = TRUE); w <- t.test(a, b); n <- length(a) + length(b); m <- n - 2
  s <- sqrt(((length(a) - 1) * var(a) + (length(b) - 1) * var(b)) / m); k <- sqrt(1 / length(a) + 1 / length(b))
  at1("t", e$statistic); at1("df", e$parameter); at1("p", e$p.value); at1("welch.t", w$statistic); at1("welch.df", w$parameter); at1("welch.p", w$p.value)
  at1("d", (mean(a) - mean(b)) / s); at1("d.low", at(e$statistic[[1]], m, .975) * k); at1("d.high", at(e$statistic[[1]], m, .025) * k)
  at1("g", (mean(a) - mean(b)) / s * exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2))
  u <- wilcox.test(a, b, exact = FALSE, correct = FALSE); ties <- table(c(a, b)); v <- length(a) * length(b) / 12 * (n + 1 - sum(ties^3 - ties) / (n * (n - 1)))
  at1("mann_whitney.u", u$statistic); at1("mann_whitney.z", (u$statistic - length(a) * length(b) / 2) / sqrt(v)); at1("mann_whitney.p", u$p.value)
}
for (y in c("p", "hours")) two("u1", y, "sex", c(1, 2))

cross <- function(front, g, y, groups, levels, option = FALSE) {
  g <- factor(g, labels = groups); y <- factor(y, labels = levels); t <- table(g, y); n <- sum(t); f <- paste0(front, ".")
  x <- chisq.test(t, correct = FALSE); put(paste0(f, "chi2"), x$statistic); put(paste0(f, "df"), x$parameter); put(paste0(f, "p"), x$p.value)
  m <- min(dim(t)) - 1; put(paste0(f, "v"), sqrt(x$statistic / n / m)); put(paste0(f, "contingency"), sqrt(x$statistic / (n + x$statistic)))
  r <- nrow(t); k <- ncol(t); e <- max(0, x$statistic / n - (r - 1) * (k - 1) / (n - 1)); put(paste0(f, "v.corrected"), sqrt(e / min(r - 1 - (r - 1)^2 / (n - 1), k - 1 - (k - 1)^2 / (n - 1))))
  l <- glm(c(t) ~ factor(row(t)) + factor(col(t)), family = poisson); put(paste0(f, "likelihood_ratio.chi2"), deviance(l)); put(paste0(f, "likelihood_ratio.p"), pchisq(deviance(l), x$parameter, lower.tail = FALSE))
  put(paste0(f, "fisher.p"), fisher.test(t)$p.value); put(paste0(f, "least_expected"), min(x$expected)); put(paste0(f, "percent.expected_below_5"), 100 * mean(x$expected < 5))
  put(paste0(f, "lost"), nrow(d) - n); put(paste0(f, "left_out"), 0)
  if (r == 2 && k == 2) {
    w <- chisq.test(t); put(paste0(f, "yates.chi2"), w$statistic); put(paste0(f, "yates.p"), w$p.value); put(paste0(f, "phi"), cor(as.numeric(g), as.numeric(y), use = "complete.obs"))
    o <- t[1, 1] * t[2, 2] / t[1, 2] / t[2, 1]; h <- qnorm(.975) * sqrt(sum(1 / t)); put(paste0(f, "odds_ratio"), o); put(paste0(f, "odds_ratio.low"), o * exp(-h)); put(paste0(f, "odds_ratio.high"), o * exp(h)); put(paste0(f, "risk_ratio"), (t[1, 1] / sum(t[1, ])) / (t[2, 1] / sum(t[2, ])))
  }
  a <- as.numeric(g)[!is.na(g) & !is.na(y)]; b <- as.numeric(y)[!is.na(g) & !is.na(y)]
  if (!option) {
    q <- (n - 1) * cor(a, b)^2; put(paste0(f, "linear.chi2"), q); put(paste0(f, "linear.p"), pchisq(q, 1, lower.tail = FALSE)); put(paste0(f, "tau_b"), cor(a, b, method = "kendall"))
    s <- sum(sign(outer(a, a, "-")) * sign(outer(b, b, "-"))); u <- sum(sign(outer(a, a, "-")) * sign(outer(b, b, "-")) != 0); put(paste0(f, "gamma"), s / u); put(paste0(f, "tau_c"), (m + 1) * s / n^2 / m); put(paste0(f, "somers"), s / (n^2 - sum(rowSums(t)^2)))
    put(paste0(f, "lambda"), (sum(apply(t, 1, max)) - max(colSums(t))) / (n - max(colSums(t))))
  }
  name <- function(part, j, ...) sprintf("%s%s(%s)", f, part, paste(c(if (!option) levels[j], ...), collapse = ", "))
  for (i in seq_len(r)) put(sprintf("%sn(%s)", f, groups[i]), sum(t[i, ])); put(sprintf("%sn(all)", f), n)
  for (j in if (option) 1 else seq_len(k)) {
    put(name("count", j, "all"), sum(t[, j])); put(name("percent", j, "all"), 100 * sum(t[, j]) / n)
    for (i in seq_len(r)) {
      put(name("count", j, groups[i]), t[i, j]); put(name("percent", j, groups[i]), 100 * t[i, j] / sum(t[i, ])); put(name("residual", j, groups[i]), x$stdres[i, j]); if (!option) put(name("expected", j, groups[i]), x$expected[i, j])
      for (o in seq_len(r)) if (o != i) {
        put(name("difference", j, groups[i], groups[o]), 100 * (t[i, j] / sum(t[i, ]) - t[o, j] / sum(t[o, ])))
        put(name("difference.p", j, groups[i], groups[o]), min(1, choose(r, 2) * prop.test(t[c(i, o), j], rowSums(t)[c(i, o)], correct = FALSE)$p.value))
      }
    }
  }
}
raw <- read.csv(file.path(here, "../data/by-address.csv"))
places <- paste0("place.", c("north", "south", "west")); sexes <- paste0("sex.", c("male", "female"))
band <- cut(d$mood, c(0, 3, 5, 7), labels = FALSE); young <- ifelse(d$age < 40, 1, 2)
likes <- function(v) ifelse(is.na(raw$a) & is.na(raw$b) & is.na(raw$d), NA, ifelse(raw[[v]] %in% 4, 1, 2))
cross("x1.band", d$place, band, places, paste0("band.", c("low", "middle", "high")))
cross("x2.young", d$sex, young, sexes, paste0("young.", c("yes", "no")))
for (v in c("a", "b", "d")) cross(paste0("x1.like_", v), d$place, likes(v), places, c("chosen", "not"), TRUE)
for (v in c("a", "b", "d")) cross(paste0("x2.like_", v), d$sex, likes(v), sexes, c("chosen", "not"), TRUE)

model <- function(job, outcome, factors, covariates = character(), adjust = "bonferroni") {
  x <- d[, c(outcome, factors, covariates)]; x <- x[complete.cases(x), ]; n <- nrow(x); front <- sprintf("%s.%s.", job, outcome)
  names <- list(place = c("north", "south", "west"), sex = c("male", "female"))
  for (g in factors) x[[g]] <- factor(names[[g]][x[[g]]], names[[g]])
  of <- function(part, ..., value) put(sprintf("%s%s(%s)", front, part, paste(c(...), collapse = ", ")), value)
  fit <- lm(reformulate(c(covariates, paste(factors, collapse = "*")), outcome), x); m <- Anova(fit, type = 3); m2 <- Anova(fit, type = 2); sse <- sum(resid(fit)^2); df <- df.residual(fit); s <- summary(fit)
  put(paste0(front, "n"), n); put(paste0(front, "lost"), nrow(d) - n); put(paste0(front, "left_out"), 0); put(paste0(front, "ss"), sse); put(paste0(front, "df2"), df); put(paste0(front, "r2"), s$r.squared); put(paste0(front, "adjusted_r2"), s$adj.r.squared)
  for (t in setdiff(rownames(m), c("(Intercept)", "Residuals"))) {
    e <- m[t, ]; e2 <- m2[t, ]; of("ss", t, value = e[["Sum Sq"]]); of("df1", t, value = e[["Df"]]); of("f", t, value = e[["F value"]]); of("p", t, value = e[["Pr(>F)"]]); of("eta2", t, value = e[["Sum Sq"]] / (e[["Sum Sq"]] + sse))
    of("omega2", t, value = (e[["Sum Sq"]] - e[["Df"]] * sse / df) / (e[["Sum Sq"]] + (n - e[["Df"]]) * sse / df)); of("type2.ss", t, value = e2[["Sum Sq"]]); of("type2.f", t, value = e2[["F value"]]); of("type2.p", t, value = e2[["Pr(>F)"]])
    if (length(factors) == 1 && t == factors) { put(paste0(front, "f"), e[["F value"]]); put(paste0(front, "df1"), e[["Df"]]); put(paste0(front, "p"), e[["Pr(>F)"]]); put(paste0(front, "eta2"), e[["Sum Sq"]] / (e[["Sum Sq"]] + sse)) }
  }
  for (v in covariates) { of("b", v, value = coef(fit)[[v]]); of("se", v, value = s$coefficients[v, 2]) }
  cell <- interaction(x[factors]); dev <- if (length(covariates)) abs(resid(fit)) else abs(x[[outcome]] - ave(x[[outcome]], cell)); l <- anova(lm(dev ~ cell)); put(paste0(front, "levene.f"), l[1, "F value"]); put(paste0(front, "levene.p"), l[1, "Pr(>F)"])
  if (length(covariates)) { big <- update(fit, reformulate(c(".", as.vector(outer(factors, covariates, paste, sep = ":"))))); h <- anova(fit, big); put(paste0(front, "slopes.f"), h$F[2]); put(paste0(front, "slopes.p"), h[["Pr(>F)"]][2]) }
  for (g in factors) {
    em <- emmeans(fit, g, at = if (length(covariates)) as.list(colMeans(x[covariates])) else list()); e <- as.data.frame(em)
    for (i in seq_along(names[[g]])) { y <- x[[outcome]][x[[g]] == names[[g]][i]]; a <- paste0(g, ".", names[[g]][i]); of("n", a, value = length(y)); of("mean", a, value = mean(y)); of("sd", a, value = sd(y)); of("adjusted_mean", a, value = e$emmean[i]); of("adjusted_mean.se", a, value = e$SE[i]); of("adjusted_mean.low", a, value = e$lower.CL[i]); of("adjusted_mean.high", a, value = e$upper.CL[i]) }
    q <- pairs(em); z <- as.data.frame(summary(q, adjust = adjust, infer = c(TRUE, TRUE))); at <- combn(length(names[[g]]), 2)
    for (k in seq_len(ncol(at))) for (turn in c(1, -1)) {
      a <- paste0(g, ".", names[[g]][if (turn == 1) at[, k] else rev(at[, k])]); of("difference", a, value = turn * z$estimate[k]); of("difference.se", a, value = z$SE[k]); of("difference.p", a, value = z$p.value[k])
      if (adjust != "holm") { ends <- turn * c(z$lower.CL[k], z$upper.CL[k]); of("difference.low", a, value = min(ends)); of("difference.high", a, value = max(ends)) }
    }
  }
  if (length(factors) == 2) {
    e <- as.data.frame(emmeans(fit, factors, at = if (length(covariates)) as.list(colMeans(x[covariates])) else list()))
    for (i in seq_len(nrow(e))) { k <- x[[factors[1]]] == e[[factors[1]]][i] & x[[factors[2]]] == e[[factors[2]]][i]; a <- paste0(factors, ".", c(as.character(e[[factors[1]]][i]), as.character(e[[factors[2]]][i]))); of("n", a, value = sum(k)); of("mean", a, value = mean(x[[outcome]][k])); of("sd", a, value = sd(x[[outcome]][k])); of("adjusted_mean", a, value = e$emmean[i]); of("adjusted_mean.se", a, value = e$SE[i]) }
  }
}
for (y in c("hours", "p")) { model("a1", y, "place", c("age", "mood")); model("f1", y, c("place", "sex")) }
model("a2", "hours", "place", "age", "tukey"); model("a3", "hours", "place", "e", "holm"); model("f2", "hours", c("place", "sex"), "age", "sidak")
hedges <- function(m) exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
single <- function(front, x, against = 0) {
  put(paste0(front, "n"), length(x)); put(paste0(front, "left_out"), 0); put(paste0(front, "lost"), nrow(d) - length(x))
  t <- t.test(x, mu = against); n <- length(x); put(paste0(front, "difference"), mean(x) - against); put(paste0(front, "difference.se"), t$stderr); put(paste0(front, "difference.low"), t$conf.int[1] - against); put(paste0(front, "difference.high"), t$conf.int[2] - against)
  put(paste0(front, "t"), t$statistic); put(paste0(front, "df"), t$parameter); put(paste0(front, "p"), t$p.value); e <- (mean(x) - against) / sd(x); put(paste0(front, "d"), e); put(paste0(front, "g"), e * hedges(n - 1))
  put(paste0(front, "d.low"), at(t$statistic[[1]], n - 1, .975) / sqrt(n)); put(paste0(front, "d.high"), at(t$statistic[[1]], n - 1, .025) / sqrt(n))
}
paired <- function(front, x, y) {
  k <- !is.na(x) & !is.na(y); x <- x[k]; y <- y[k]; z <- x - y; single(front, z); put(paste0(front, "mean"), mean(x)); put(paste0(front, "sd"), sd(x)); put(paste0(front, "with.mean"), mean(y)); put(paste0(front, "with.sd"), sd(y)); put(paste0(front, "r"), cor(x, y)); put(paste0(front, "difference.sd"), sd(z))
  put(paste0(front, "d.average"), mean(z) / sqrt((var(x) + var(y)) / 2)); w <- wilcox.test(x, y, paired = TRUE, exact = FALSE, correct = FALSE); u <- z[z != 0]; n <- length(u); ties <- table(abs(u)); v <- n * (n + 1) * (2 * n + 1) / 24 - sum(ties^3 - ties) / 48
  put(paste0(front, "wilcoxon.v"), w$statistic); put(paste0(front, "wilcoxon.p"), w$p.value); put(paste0(front, "wilcoxon.z"), (w$statistic - n * (n + 1) / 4) / sqrt(v))
}
one <- function(front, x, against) { x <- x[!is.na(x)]; single(front, x, against); put(paste0(front, "mean"), mean(x)); put(paste0(front, "sd"), sd(x)) }
paired("e1.a.", d$a, d$e); paired("e1.hours.", d$hours, d$age); one("o1.p.", d$p, 3.25); one("o1.e.", d$e, 3.25); one("o2.hours.", d$hours, 30)
write_golden("tables-by-address", list(engine = "R with car, emmeans", versions = versions("car", "emmeans"), tolerance = list(default = list(abs = 1e-9, rel = 1e-9)), values = out))
