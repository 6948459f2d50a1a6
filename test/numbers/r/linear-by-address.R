# Rscript test/numbers/r/linear-by-address.R: the numbers of the study in test/numbers/linear-by-address.test.ts, at their addresses, by R and
# clubSandwich on data/by-address.csv; golden/linear-by-address.json. The wild cluster bootstrap is gone through sign by sign.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
suppressPackageStartupMessages({ library(clubSandwich); library(sandwich) })

d <- read.csv(file.path(here, "..", "data", "by-address.csv"))
d$sex <- factor(d$sex, 1:2, c("male", "female")); d$place <- factor(d$place, 1:3, c("north", "south", "west"))
out <- list()
put <- function(address, value) { if (length(value) != 1) stop(address); out[[address]] <<- if (is.na(value)) NA else as.numeric(value) }
named <- function(terms) sub("^\\(Intercept\\)$", "intercept", sub("^(sex|place)([a-z]+)", "\\1.\\2", gsub(":(sex|place)([a-z]+)", ":\\1.\\2", terms)))

# ——— Steps, on the cases of the last ———
formulas <- list(hours ~ sex, hours ~ sex + place, hours ~ sex + place + age + mood)
used <- d[complete.cases(d[c("hours", "sex", "place", "age", "mood")]), ]
steps <- function(path, vcov_of, df_of) {
  before <- NULL
  for (i in 1:3) {
    fit <- lm(formulas[[i]], used); s <- summary(fit); b <- coef(fit); V <- vcov_of(fit); se <- sqrt(diag(V)); df <- df_of(fit)
    at <- function(part) sprintf("%s.%s(%d)", path, part, i)
    put(at("r2"), s$r.squared); put(at("adjusted_r2"), s$adj.r.squared); put(at("change.r2"), s$r.squared - if (is.null(before)) 0 else summary(before)$r.squared)
    q <- length(b) - if (is.null(before)) 1 else length(coef(before)); last <- length(b) - (q:1) + 1
    f <- as.numeric(t(b[last]) %*% solve(V[last, last]) %*% b[last]) / q
    put(at("change.f"), f); put(at("change.df1"), q); put(at("change.df2"), df); put(at("change.p"), pf(f, q, df, lower.tail = FALSE))
    beta <- b * c(NA, apply(model.matrix(fit)[, -1, drop = FALSE], 2, sd)) / sd(used$hours)
    inflation <- c(NA, diag(solve(cor(model.matrix(fit)[, -1, drop = FALSE]))))
    for (j in seq_along(b)) {
      of <- function(part) sprintf("%s.step.%s(%d, %s)", path, part, i, named(names(b)[j]))
      put(of("b"), b[[j]]); put(of("se"), se[[j]]); put(of("t"), b[[j]] / se[[j]]); put(of("p"), 2 * pt(-abs(b[[j]] / se[[j]]), df))
      put(of("low"), b[[j]] - qt(.975, df) * se[[j]]); put(of("high"), b[[j]] + qt(.975, df) * se[[j]])
      if (j > 1) { put(of("beta"), beta[[j]]); put(of("vif"), inflation[[j]]) }
    }
    before <- fit
  }
}
steps("s1.hours", vcov, df.residual)
steps("s2.hours", function(fit) vcovHC(fit, "HC3"), df.residual)
a <- anova(lm(formulas[[2]], used), lm(formulas[[3]], used)); stopifnot(all.equal(out[["s1.hours.change.f(3)"]], a$F[2]))

# ——— Products with centred numbers, simple slopes, Johnson and Neyman's region ———
moderated <- function(path, type) {
  u <- d[complete.cases(d[c("hours", "age", "mood", "sex")]), ]; u$x <- u$age - mean(u$age); u$w <- u$mood - mean(u$mood)
  fit <- lm(hours ~ x * w + sex, u); V <- if (type == "classical") vcov(fit) else vcovHC(fit, type); b <- coef(fit); df <- df.residual(fit)
  for (term in list(c("x", "age"), c("w", "mood"), c("x:w", "age:mood"))) { put(sprintf("%s.b(%s)", path, term[2]), b[[term[1]]]); put(sprintf("%s.se(%s)", path, term[2]), sqrt(V[term[1], term[1]])) }
  for (i in 1:3) {
    # The slope is the coefficient of x where the moderator is 0 at that value.
    value <- mean(u$mood) + (i - 2) * sd(u$mood); u$at <- u$mood - value; m <- lm(hours ~ x * at + sex, u); W <- if (type == "classical") vcov(m) else vcovHC(m, type); s <- coef(m)[["x"]]; se <- sqrt(W["x", "x"])
    of <- function(part) sprintf("%s.%s(%s)", path, part, c("low", "mean", "high")[i])
    put(of("slope"), s); put(of("slope.at"), value); put(of("slope.se"), se); put(of("slope.t"), s / se); put(of("slope.p"), 2 * pt(-abs(s / se), df)); put(of("slope.low"), s - qt(.975, df) * se); put(of("slope.high"), s + qt(.975, df) * se)
  }
  t2 <- qt(.975, df)^2; a <- b[["x:w"]]^2 - t2 * V["x:w", "x:w"]; h <- b[["x"]] * b[["x:w"]] - t2 * V["x", "x:w"]; g <- b[["x"]]^2 - t2 * V["x", "x"]; disc <- h^2 - a * g
  ends <- if (disc > 0) sort((-h + c(-1, 1) * sqrt(disc)) / a) + mean(u$mood) else c(NA, NA)
  put(paste0(path, ".region.low"), ends[1]); put(paste0(path, ".region.high"), ends[2])
}
moderated("mo.hours", "classical"); moderated("mr.hours", "HC3")
u <- d[complete.cases(d[c("hours", "age", "place")]), ]; u$x <- u$age - mean(u$age)
put("mc.hours.b(intercept)", coef(lm(hours ~ x * place, u))[[1]])
for (level in levels(u$place)) {
  m <- lm(hours ~ x * relevel(place, level), u); s <- coef(summary(m))["x", ]; of <- function(part) sprintf("mc.hours.%s(place.%s)", part, level)
  put(of("slope"), s[[1]]); put(of("slope.se"), s[[2]]); put(of("slope.t"), s[[3]]); put(of("slope.p"), s[[4]]); put(of("slope.low"), confint(m)["x", 1]); put(of("slope.high"), confint(m)["x", 2])
}

# ——— CR2 ———
fit <- lm(hours ~ sex + place + age + mood, used)
found <- as.data.frame(coef_test(fit, vcov = "CR2", cluster = factor(used$site), test = "Satterthwaite"))
ci <- conf_int(fit, vcov = "CR2", cluster = factor(used$site), test = "Satterthwaite")
for (j in seq_along(coef(fit))) {
  of <- function(part) sprintf("cr.hours.%s(%s)", part, named(names(coef(fit))[j]))
  put(of("se"), found$SE[j]); put(of("t"), found$tstat[j]); put(of("df"), found$df_Satt[j]); put(of("p"), found$p_Satt[j]); put(of("low"), ci$CI_L[j]); put(of("high"), ci$CI_U[j])
}
put("cr.hours.clusters", length(unique(used$site)))

# ——— Wild cluster bootstrap: all signs of the clusters ———
wild <- function(path, used, terms, level = .95) {
  X <- model.matrix(terms, used); y <- used$hours; site <- factor(used$site); G <- nlevels(site); n <- nrow(X); k <- ncol(X)
  M <- solve(crossprod(X)); c1 <- G / (G - 1) * (n - 1) / (n - k)
  se_of <- function(e, j) { e <- as.vector(e); s <- rowsum(X * e, site) %*% M; sqrt(c1 * sum(s[, j]^2)) }
  signs <- as.matrix(expand.grid(rep(list(c(1, -1)), G)))
  b <- as.vector(M %*% crossprod(X, y))
  p_of <- function(r, j) {
    t0 <- (b[j] - r) / se_of(y - X %*% b, j)
    Z <- X[, -j, drop = FALSE]; u <- lm.fit(Z, y - r * X[, j])$residuals; base <- y - u
    ts <- apply(signs, 1, function(v) { ys <- base + u * v[site]; bs <- as.vector(M %*% crossprod(X, ys)); (bs[j] - r) / se_of(as.vector(ys - X %*% bs), j) })
    mean(abs(ts) >= abs(t0) * (1 - 1e-9))
  }
  for (j in seq_len(k)) {
    of <- function(part) sprintf("%s.%s(%s)", path, part, named(colnames(X)[j]))
    put(of("b"), b[j]); put(of("se"), se_of(as.vector(y - X %*% b), j)); put(of("p"), p_of(0, j))
    # Where the interval ends p falls to .05: held to the same p just inside and just outside of it.
    ends <- sapply(c(-1, 1), function(side) {
      s <- side * se_of(as.vector(y - X %*% b), j); inside <- 0; outside <- 2
      while (p_of(b[j] + outside * s, j) > 1 - level) { inside <- outside; outside <- 2 * outside; if (outside > 1000) return(NA) }
      for (i in 1:28) { middle <- (inside + outside) / 2; if (p_of(b[j] + middle * s, j) > 1 - level) inside <- middle else outside <- middle }
      b[j] + s * (inside + outside) / 2
    })
    put(of("low"), ends[1]); put(of("high"), ends[2])
  }
}
few <- used[used$site %in% c("s1", "s2", "s3", "s4", "s5", "s6", "s7"), ]
wild("wi.hours", few, ~ sex + age)
put("wi.hours.clusters", 7); put("wi.hours.samples", 2^7)

# ——— Cases drawn with replacement: other draws than ours, so only near ———
set.seed(1); fit <- lm(hours ~ sex + age, used); B <- 20000
draws <- t(replicate(B, { i <- sample(nrow(used), replace = TRUE); X <- model.matrix(fit)[i, ]; as.vector(solve(crossprod(X), crossprod(X, used$hours[i]))) }))
jack <- t(sapply(seq_len(nrow(used)), function(i) coef(lm(hours ~ sex + age, used[-i, ]))))
for (j in 1:3) {
  b <- coef(fit)[[j]]; term <- named(names(coef(fit))[j])
  put(sprintf("boot.hours.se(%s)", term), sd(draws[, j])); q <- quantile(draws[, j], c(.025, .975), type = 6, names = FALSE); put(sprintf("boot.hours.low(%s)", term), q[1]); put(sprintf("boot.hours.high(%s)", term), q[2])
  z0 <- qnorm(mean(draws[, j] < b)); u <- mean(jack[, j]) - jack[, j]; acc <- sum(u^3) / (6 * sum(u^2)^1.5); z <- qnorm(c(.025, .975))
  q <- quantile(draws[, j], pnorm(z0 + (z0 + z) / (1 - acc * (z0 + z))), type = 6, names = FALSE); put(sprintf("bca.hours.low(%s)", term), q[1]); put(sprintf("bca.hours.high(%s)", term), q[2])
}

write_golden("linear-by-address", list(engine = "R with clubSandwich, sandwich", versions = versions("clubSandwich", "sandwich"),
  tolerance = list(default = list(abs = 1e-9, rel = 1e-9), drawn = list(abs = 0, rel = 0.05)), values = out))
