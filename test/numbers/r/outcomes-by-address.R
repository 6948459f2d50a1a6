# Rscript test/numbers/r/outcomes-by-address.R: the regressions of test/numbers/outcomes-by-address.test.ts by R and its packages, each number at its
# address, on data/by-address.csv (made by by-address.R). Marginal effects and their delta-method errors by numerical derivatives (numDeriv) of
# predictions. Nothing in here is taken from the project's own code. Writes golden/outcomes-by-address.json.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
suppressPackageStartupMessages({ library(MASS); library(nnet); library(survival); library(lme4); library(lmerTest); library(ordinal); library(sandwich); library(numDeriv) })
d <- read.csv(file.path(here, "..", "data", "by-address.csv"))
sexes <- c("male", "female"); places <- c("north", "south", "west")
d$sex <- factor(d$sex, 1:2, sexes); d$place <- factor(d$place, 1:3, places)
out <- list()
put <- function(address, value) { if (length(value) != 1) stop(address); out[[address]] <<- if (is.na(value)) NA else as.numeric(value) }
term <- function(x) { x <- sub("^\\(Intercept\\)$", "intercept", x); x <- sub("sex(female)", "sex.\\1", x); x <- sub("place(south|west)", "place.\\1", x); x }
complete <- function(names) d[complete.cases(d[names]), ]
z975 <- qnorm(.975)
wald <- function(path, b, se, names, dist = function(z) 2 * pnorm(-abs(z)), q = z975, stat = "z", level = NULL) for (i in seq_along(b)) {
  at <- function(n) sprintf("%s.%s(%s%s)", path, n, term(names[i]), if (is.null(level)) "" else paste0(", ", level))
  put(at("b"), b[i]); put(at("se"), se[i]); put(at(stat), b[i] / se[i]); put(at("p"), dist(b[i] / se[i])); put(at("low"), b[i] - q * se[i]); put(at("high"), b[i] + q * se[i])
}
ratios <- function(path, word, b, se, names, level = NULL) for (i in seq_along(b)) if (names[i] != "(Intercept)" || !is.null(level)) {
  at <- function(n) sprintf("%s.%s(%s%s)", path, n, term(names[i]), if (is.null(level)) "" else paste0(", ", level))
  put(at(word), exp(b[i])); put(at(paste0(word, ".low")), exp(b[i] - z975 * se[i])); put(at(paste0(word, ".high")), exp(b[i] + z975 * se[i]))
}
goodness <- function(path, ll, ll0, n, df, k, pseudo = TRUE) {
  chi2 <- 2 * (ll - ll0); put(paste0(path, ".n"), n); put(paste0(path, ".loglik"), ll); put(paste0(path, ".chi2"), chi2); put(paste0(path, ".df"), df)
  put(paste0(path, ".p"), pchisq(chi2, df, lower.tail = FALSE)); put(paste0(path, ".mcfadden"), 1 - ll / ll0)
  if (pseudo) { cs <- 1 - exp(-chi2 / n); put(paste0(path, ".cox_snell"), cs); put(paste0(path, ".nagelkerke"), cs / (1 - exp(2 * ll0 / n))) }
  put(paste0(path, ".aic"), -2 * ll + 2 * k); put(paste0(path, ".bic"), -2 * ll + k * log(n))
}
# effect(beta, data) gives a matrix of predictions, a column a level; numbers by central differences, levels against the reference
effects_of <- function(path, beta, V, data, predictions, numbers, factors, levels = NULL) {
  ame <- function(b, name, level) {
    if (is.null(level)) { h <- .05; moved <- function(by) { nd <- data; nd[[name]] <- nd[[name]] + by; predictions(b, nd) }; return(colMeans(8 * (moved(h) - moved(-h)) - (moved(2 * h) - moved(-2 * h))) / (12 * h)) }
    on <- data; off <- data; on[[name]][] <- level; off[[name]][] <- levels(data[[name]])[1]; colMeans(predictions(b, on) - predictions(b, off))
  }
  todo <- c(lapply(numbers, function(n) list(n, NULL)), unlist(lapply(factors, function(f) lapply(levels(data[[f]])[-1], function(l) list(f, l))), recursive = FALSE))
  for (one in todo) {
    e <- ame(beta, one[[1]], one[[2]]); J <- jacobian(function(b) ame(b, one[[1]], one[[2]]), beta); se <- sqrt(diag(J %*% V %*% t(J)))
    text <- if (is.null(one[[2]])) one[[1]] else paste0(one[[1]], ".", one[[2]])
    for (j in seq_along(e)) {
      at <- function(n) sprintf("%s.%s(%s%s)", path, n, text, if (is.null(levels)) "" else paste0(", ", levels[j]))
      put(at("margin"), e[j]); put(at("margin.se"), se[j]); put(at("margin.p"), 2 * pnorm(-abs(e[j] / se[j])))
      if (is.null(levels)) { put(at("margin.low"), e[j] - z975 * se[j]); put(at("margin.high"), e[j] + z975 * se[j]) }
    }
  }
}
classify <- function(path, y, p) {
  put(paste0(path, ".events"), sum(y)); hit <- p >= .5
  put(paste0(path, ".classification"), 100 * mean(hit == (y == 1))); put(paste0(path, ".classification.true_positive"), sum(hit & y == 1)); put(paste0(path, ".classification.false_negative"), sum(!hit & y == 1))
  put(paste0(path, ".classification.false_positive"), sum(hit & y == 0)); put(paste0(path, ".classification.true_negative"), sum(!hit & y == 0))
  put(paste0(path, ".classification.sensitivity"), sum(hit & y == 1) / sum(y)); put(paste0(path, ".classification.specificity"), sum(!hit & y == 0) / sum(1 - y))
  g <- cut(p, unique(quantile(p, 0:10 / 10)), include.lowest = TRUE); O <- tapply(y, g, sum); E <- tapply(p, g, sum); N <- table(g); hl <- sum((O - E)^2 / (E * (1 - E / N)))
  put(paste0(path, ".hosmer_lemeshow.chi2"), hl); put(paste0(path, ".hosmer_lemeshow.df"), length(N) - 2); put(paste0(path, ".hosmer_lemeshow.p"), pchisq(hl, length(N) - 2, lower.tail = FALSE))
  r <- rank(p); put(paste0(path, ".auc"), (sum(r[y == 1]) - sum(y) * (sum(y) + 1) / 2) / (sum(y) * sum(1 - y)))
}

# ——— Two values ———
binary <- function(path, event, formula, link, vcov_of = function(m) vcov(m), clusters = NA, method = "glm.fit", numbers = c("age", "mood"), odds = link == "logit") {
  data <- complete(c("sex", "age", "mood", "place")); data$y <- as.numeric(data$sex == event)
  firth <- method == "firth"
  m <- glm(formula, binomial(link), data, epsilon = 1e-15, maxit = 100)
  if (firth) { X <- model.matrix(m); b <- coef(m); for (i in 1:200) { p <- plogis(drop(X %*% b)); W <- p * (1 - p); I <- crossprod(X, X * W); h <- rowSums((X %*% solve(I)) * X) * W; b <- b + solve(I, crossprod(X, data$y - p + h * (.5 - p)))[, 1] }
    m$coefficients <- b; m$fitted.values <- plogis(drop(X %*% b)) }
  b <- coef(m); V <- vcov_of(m); se <- sqrt(diag(V)); path <- paste0(path, ".sex"); n <- nrow(data); k <- length(b)
  wald(path, b, se, names(b)); if (odds) ratios(path, "odds", b, se, names(b))
  if (firth) { X <- model.matrix(m); p <- fitted(m); put(paste0(path, ".n"), n); put(paste0(path, ".loglik"), sum(dbinom(data$y, 1, p, log = TRUE)) + .5 * as.numeric(determinant(t(X) %*% (X * p * (1 - p)))$modulus)); put(paste0(path, ".aic"), NA); put(paste0(path, ".bic"), NA)
    for (x in c("chi2", "df", "p", "mcfadden", "cox_snell", "nagelkerke")) put(paste0(path, ".", x), NA)
  } else goodness(path, as.numeric(logLik(m)), sum(dbinom(data$y, 1, mean(data$y), log = TRUE)), n, k - 1, k)
  put(paste0(path, ".clusters"), clusters); classify(path, data$y, fitted(m))
  inverse <- binomial(link)$linkinv
  effects_of(path, b, V, data, function(b, nd) cbind(inverse(model.matrix(delete.response(terms(m)), nd, xlev = m$xlevels) %*% b)), numbers, "place")
}
main <- y ~ age + mood + place
# the information at the estimate itself: glm's own covariance is of the step before
exact <- function(m) { X <- model.matrix(m); eta <- drop(X %*% coef(m)); f <- m$family; w <- f$mu.eta(eta)^2 / f$variance(f$linkinv(eta)); solve(t(X) %*% (X * w)) }
scores <- function(m) { X <- model.matrix(m); eta <- drop(X %*% coef(m)); f <- m$family; mu <- f$linkinv(eta); X * ((m$y - mu) * f$mu.eta(eta) / f$variance(mu)) }
hat <- function(m) { X <- model.matrix(m); eta <- drop(X %*% coef(m)); f <- m$family; w <- f$mu.eta(eta)^2 / f$variance(f$linkinv(eta)); rowSums((X %*% exact(m)) * X) * w }
meat <- function(m, w) { s <- scores(m) * sqrt(w); A <- exact(m); A %*% crossprod(s) %*% A }
by_site <- function(m, site) { s <- rowsum(scores(m), site); G <- nrow(s); A <- exact(m); G / (G - 1) * A %*% crossprod(s) %*% A }
binary("lo", "female", main, "logit", exact)
with_site <- complete(c("sex", "age", "mood", "place"))$site
binary("lc", "male", main, "logit", function(m) by_site(m, with_site), clusters = length(unique(with_site)))
binary("l0", "female", main, "logit", function(m) meat(m, 1))
binary("l1", "female", main, "logit", function(m) { n <- length(m$y); meat(m, n / (n - length(coef(m)))) })
binary("l2", "female", main, "logit", function(m) meat(m, 1 / (1 - hat(m))))
binary("l3", "female", main, "logit", function(m) meat(m, 1 / (1 - hat(m))^2))
binary("l4", "female", main, "logit", function(m) { h <- hat(m); meat(m, (1 - h)^-pmin(4, length(h) * h / length(coef(m)))) })
stopifnot(all.equal(unname(sqrt(diag(vcovHC(glm(I(sex == "female") ~ age + mood + place, binomial, d), "HC3")))), unname(unlist(lapply(c("intercept", "age", "mood", "place.south", "place.west"), function(t) out[[sprintf("l3.sex.se(%s)", t)]]))), tolerance = 1e-6))
binary("pr", "female", main, "probit", exact)
binary("p3", "female", main, "probit", function(m) meat(m, 1 / (1 - hat(m))^2))
binary("fi", "female", main, "logit", exact, method = "firth")
binary("li", "female", y ~ age + mood + age:mood + place, "logit", exact)
out[["li.sex.margin(age:mood)"]] <- NA; for (x in c("se", "p", "low", "high")) out[[sprintf("li.sex.margin.%s(age:mood)", x)]] <- NA

# ——— Ordered ———
ordered_model <- function(path, link, robust = NULL) {
  data <- complete(c("mood", "age", "sex", "place")); data$y <- factor(data$mood); path <- paste0(path, ".mood")
  m <- clm(y ~ age + sex + place, data = data, link = link, control = clm.control(gradTol = 1e-12))
  J <- nlevels(data$y); X <- model.matrix(~ age + sex + place, data)[, -1]; b <- c(m$beta, m$alpha); k <- length(m$beta)
  cdf <- if (link == "logit") plogis else pnorm
  probs <- function(b, X) { eta <- drop(X %*% b[1:k]); g <- cbind(0, sapply(b[-(1:k)], function(t) cdf(t - eta)), 1); g[, -1] - g[, -(J + 1)] }
  V <- vcov(m); V <- V[c(names(m$beta), names(m$alpha)), c(names(m$beta), names(m$alpha))]
  if (!is.null(robust)) { s <- jacobian(function(b) log(probs(b, X)[cbind(seq_len(nrow(X)), as.integer(data$y))]), b); n <- nrow(s)
    if (robust == "hc1") V <- V %*% crossprod(s) %*% V * n / (n - length(b)) else { s <- rowsum(s, data$site); G <- nrow(s); V <- V %*% crossprod(s) %*% V * G / (G - 1) } }
  se <- sqrt(diag(V)); wald(path, b[1:k], se[1:k], names(m$beta)); ratios(path, "odds", b[1:k], se[1:k], names(m$beta))
  for (x in c("b", "se", "z", "p", "low", "high", "odds", "odds.low", "odds.high")) if (!grepl("odds", x)) out[[sprintf("%s.%s(intercept)", path, x)]] <<- NA
  for (j in seq_len(J - 1)) { put(sprintf("%s.threshold(%d)", path, j), b[k + j]); put(sprintf("%s.threshold.se(%d)", path, j), se[k + j]) }
  n <- nrow(data); goodness(path, as.numeric(logLik(m)), sum(table(data$y) * log(table(data$y) / n)), n, k, length(b))
  put(paste0(path, ".clusters"), if (identical(robust, "cluster")) length(unique(data$site)) else NA)
  effects_of(path, b, V, data, function(b, nd) probs(b, model.matrix(~ age + sex + place, nd)[, -1]), "age", c("sex", "place"), levels(data$y))
}
ordered_model("od", "logit"); ordered_model("op", "probit", "hc1"); ordered_model("oc", "logit", "cluster")

# ——— Unordered ———
several <- function(path, robust = FALSE) {
  data <- complete(c("place", "age", "mood", "sex")); path <- paste0(path, ".place"); X <- model.matrix(~ age + mood + sex, data); n <- nrow(X); k <- ncol(X); J <- 3; y <- as.integer(data$place)
  m <- multinom(place ~ age + mood + sex, data, trace = FALSE, reltol = 1e-15, maxit = 5000)
  probs <- function(b, X) { e <- cbind(1, exp(X %*% matrix(b, k))); e / rowSums(e) }
  b <- as.vector(t(coef(m)))
  score <- function(b) { P <- probs(b, X); as.vector(sapply(2:J, function(j) crossprod(X, (y == j) - P[, j]))) }
  information <- function(b) { P <- probs(b, X); H <- matrix(0, 2 * k, 2 * k); for (r in 2:J) for (s in 2:J) H[(r - 2) * k + 1:k, (s - 2) * k + 1:k] <- crossprod(X, X * (P[, r] * ((r == s) - P[, s]))); H }
  for (i in 1:8) b <- b + solve(information(b), score(b))
  V <- solve(information(b)); P <- probs(b, X)
  if (robust) { s <- cbind(X * ((y == 2) - P[, 2]), X * ((y == 3) - P[, 3])); V <- V %*% crossprod(s) %*% V }
  se <- sqrt(diag(V))
  for (j in 2:J) { at <- (j - 2) * k + 1:k; wald(path, b[at], se[at], colnames(X), level = places[j]); ratios(path, "odds", b[at], se[at], colnames(X), places[j]) }
  goodness(path, sum(log(P[cbind(1:n, y)])), sum(table(y) * log(table(y) / n)), n, 2 * (k - 1), 2 * k)
  put(paste0(path, ".clusters"), NA); put(paste0(path, ".classification"), 100 * mean(max.col(P, "first") == y))
  effects_of(path, b, V, data, function(b, nd) probs(b, model.matrix(~ age + mood + sex, nd)), c("age", "mood"), "sex", places)
}
several("mn"); several("m0", TRUE)

# ——— Counts ———
count <- function(path, robust) {
  data <- complete(c("mood", "age", "sex", "place")); data$y <- data$mood; path <- paste0(path, ".mood")
  m <- glm(y ~ age + sex + place, poisson, data, epsilon = 1e-15, maxit = 100); b <- coef(m); V <- if (robust) meat(m, 1 / (1 - hat(m))^2) else exact(m); se <- sqrt(diag(V))
  wald(path, b, se, names(b)); ratios(path, "rate_ratio", b, se, names(b)); goodness(path, as.numeric(logLik(m)), sum(dpois(data$y, mean(data$y), log = TRUE)), nrow(data), length(b) - 1, length(b)); put(paste0(path, ".clusters"), NA)
  effects_of(path, b, V, data, function(b, nd) cbind(exp(model.matrix(~ age + sex + place, nd) %*% b)), "age", c("sex", "place"))
}
count("po", FALSE); count("p4", TRUE)

# ——— Censored ———
censored <- function(path, low, high, robust = FALSE) {
  data <- complete(c("hours", "age", "sex", "place")); path <- paste0(path, ".hours"); X <- model.matrix(~ age + sex + place, data); y <- data$hours; k <- ncol(X); n <- nrow(X)
  ll <- function(b, each = FALSE) { s <- b[k + 1]; e <- drop(X %*% b[1:k]); l <- ifelse(y <= low, pnorm(low, e, s, log.p = TRUE), ifelse(y >= high, pnorm(high, e, s, lower.tail = FALSE, log.p = TRUE), dnorm(y, e, s, log = TRUE))); if (each) l else sum(l) }
  left <- ifelse(y >= high, high, ifelse(y <= low, NA, y)); right <- ifelse(y <= low, low, ifelse(y >= high, NA, y))
  m <- survreg(Surv(left, right, type = "interval2") ~ age + sex + place, data, dist = "gaussian", control = survreg.control(rel.tolerance = 1e-14, maxiter = 100))
  b <- c(coef(m), m$scale); for (i in 1:3) b <- b - solve(hessian(ll, b), grad(ll, b)); names(b)[k + 1] <- "sigma"
  V <- solve(-hessian(ll, b)); if (robust) { s <- rowsum(jacobian(function(b) ll(b, TRUE), b), data$site); G <- nrow(s); V <- V %*% crossprod(s) %*% V * G / (G - 1) }
  se <- sqrt(diag(V)); wald(path, b[1:k], se[1:k], names(coef(m)))
  m0 <- survreg(Surv(left, right, type = "interval2") ~ 1, data, dist = "gaussian", control = survreg.control(rel.tolerance = 1e-14, maxiter = 100))
  goodness(path, ll(b), as.numeric(logLik(m0)), n, k - 1, k + 1, FALSE); put(paste0(path, ".sigma"), b[k + 1]); put(paste0(path, ".clusters"), if (robust) length(unique(data$site)) else NA)
  if (is.finite(low)) put(paste0(path, ".censored.low"), sum(y <= low)); if (is.finite(high)) put(paste0(path, ".censored.high"), sum(y >= high))
  expected <- function(b, nd) { e <- drop(model.matrix(~ age + sex + place, nd) %*% b[1:k]); s <- b[k + 1]; a <- (low - e) / s; z <- (high - e) / s
    cbind((if (is.finite(low)) low * pnorm(a) else 0) + (if (is.finite(high)) high * pnorm(z, lower.tail = FALSE) else 0) + (pnorm(z) - pnorm(a)) * e + s * (dnorm(a) - dnorm(z))) }
  effects_of(path, b, V, data, expected, "age", c("sex", "place"))
}
censored("to", 15, 26); censored("tc", 15, 26, TRUE); censored("tf", 15, Inf); censored("tt", -Inf, 26)

# ——— Cases in groups ———
grouped <- function(path, formula, vars, reml, slopes = NULL) {
  data <- complete(vars); path <- paste0(path, ".hours")
  m <- lmerTest::lmer(formula, data, REML = reml, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12)))
  s <- coef(summary(m)); n <- nrow(data); p <- nrow(s)
  for (i in seq_len(p)) { at <- function(x) sprintf("%s.%s(%s)", path, x, term(rownames(s)[i])); q <- qt(.975, s[i, "df"])
    put(at("b"), s[i, 1]); put(at("se"), s[i, 2]); put(at("df"), s[i, "df"]); put(at("t"), s[i, "t value"]); put(at("p"), s[i, "Pr(>|t|)"]); put(at("low"), s[i, 1] - q * s[i, 2]); put(at("high"), s[i, 1] + q * s[i, 2]) }
  v <- VarCorr(m)$site; dev <- -2 * as.numeric(logLik(m)); q <- length(slopes) + 1; k <- q * (q + 1) / 2 + 1 + if (reml) 0 else p
  put(paste0(path, ".n"), n); put(paste0(path, ".groups"), length(unique(data$site))); put(paste0(path, ".loglik"), -dev / 2); put(paste0(path, ".aic"), dev + 2 * k); put(paste0(path, ".bic"), dev + k * log(if (reml) n - p else n))
  put(paste0(path, ".variance(site)"), v[1, 1]); put(paste0(path, ".variance(residual)"), sigma(m)^2); for (x in slopes) put(sprintf("%s.variance(%s)", path, x), v[x, x])
  put(paste0(path, ".icc"), if (is.null(slopes)) v[1, 1] / (v[1, 1] + sigma(m)^2) else NA)
}
grouped("mx", hours ~ age + sex + place + (1 | site), c("hours", "age", "sex", "place"), TRUE)
grouped("ml", hours ~ age + sex + place + (1 | site), c("hours", "age", "sex", "place"), FALSE)
grouped("mr", hours ~ u + age + (1 + u | site), c("hours", "u", "age"), TRUE, "u")

write_golden("outcomes-by-address", list(engine = "R with MASS, nnet, survival, ordinal, lme4, lmerTest, numDeriv", versions = versions("MASS", "nnet", "survival", "ordinal", "lme4", "lmerTest", "sandwich", "numDeriv"),
  tolerance = list(default = list(abs = 1e-8, rel = 1e-7)), values = out))
cat(length(out), "values\n")
