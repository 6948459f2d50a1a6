# Rscript test/numbers/r/comparison-by-address.R: every number of the comparison in test/numbers/comparison-by-address.test.ts, at its address, by R,
# psych, lavaan and metafor, on made-up answers that the script makes itself: data/comparison-{one,two,three}.csv and
# golden/comparison-by-address.json. Nothing in here is taken from the project's own code.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
suppressPackageStartupMessages({ library(psych); library(lavaan); library(metafor) })

# ——— Answers: two dimensions of four items; the studies differ in level, in one loading, in what a predictor does ———
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(20241129)
p <- c("a", "b", "c", "d"); q <- c("e", "f", "g", "h"); items <- c(p, q); names_of <- c("one", "two", "three")
likert <- function(f, loading, level = 0) pmin(7, pmax(1, round(4 + level + 1.4 * (loading * f + sqrt(1 - loading^2) * rnorm(length(f))))))
make <- function(n, level, last, slope) {
  f1 <- rnorm(n); f2 <- .3 * f1 + rnorm(n, 0, .95); age <- round(pmin(80, pmax(17, rnorm(n, 45, 14)))); school <- round(pmax(0, rnorm(n, 8, 3)))
  d <- data.frame(a = likert(f1, .8, level), b = likert(f1, .7), c = likert(f1, .65), d = likert(f1, last), e = likert(f2, .8), f = likert(f2, .7, level / 2), g = likert(f2, .6), h = likert(f2, .7), age = age, school = school)
  d$y <- round(20 + 2 * f1 + slope * age / 10 + .3 * school + rnorm(n, 0, 4), 1)
  d
}
S <- list(one = make(230, 0, .6, .5), two = make(190, .5, .25, 1.5), three = make(160, -.3, .7, -.2))
for (name in names_of) write.csv(S[[name]], file.path(here, "..", "data", paste0("comparison-", name, ".csv")), row.names = FALSE, quote = FALSE)
later <- names_of[-1]

out <- list()
put <- function(address, value) { if (length(value) != 1) stop(address); out[[address]] <<- if (is.na(value)) NA else as.numeric(value) }

# ——— Items ———
raw_p <- list()
for (v in items) for (s in names_of) {
  x <- S[[s]][[v]]; y <- S$one[[v]]
  put(sprintf("%s.n(%s)", v, s), length(x)); put(sprintf("%s.mean(%s)", v, s), mean(x)); put(sprintf("%s.sd(%s)", v, s), sd(x))
  if (s == "one") next
  pooled <- sqrt(((length(x) - 1) * var(x) + (length(y) - 1) * var(y)) / (length(x) + length(y) - 2))
  put(sprintf("%s.d(%s)", v, s), (mean(x) - mean(y)) / pooled)
  raw_p[[sprintf("%s(%s)", v, s)]] <- t.test(x, y)$p.value
}
adjusted <- p.adjust(unlist(raw_p), "holm")
for (key in names(raw_p)) { put(sub("(", ".p(", key, fixed = TRUE), raw_p[[key]]); put(sub("(", ".holm(", key, fixed = TRUE), adjusted[[key]]) }

# ——— Reliability ———
for (scale in c("p", "q", "li")) for (s in names_of) {
  x <- S[[s]][, list(p = p, q = q, li = items)[[scale]]]; k <- ncol(x); n <- nrow(x)
  alpha <- suppressWarnings(psych::alpha(x, warnings = FALSE)$total$raw_alpha)
  put(sprintf("%s.items(%s)", scale, s), k); put(sprintf("%s.alpha(%s)", scale, s), alpha)
  put(sprintf("%s.alpha.low(%s)", scale, s), 1 - (1 - alpha) * qf(.975, n - 1, (n - 1) * (k - 1))); put(sprintf("%s.alpha.high(%s)", scale, s), 1 - (1 - alpha) * qf(.025, n - 1, (n - 1) * (k - 1)))
}

# ——— Components: found anew, matched, rotated to the first's ———
loadings_of <- function(x) {
  e <- eigen(cor(x), symmetric = TRUE)
  l <- e$vectors[, 1:2] %*% diag(sqrt(e$values[1:2]))
  for (i in 1:100) { v <- varimax(l, normalize = TRUE, eps = 1e-16); l <- unclass(v$loadings); if (max(abs(abs(v$rotmat) - diag(2))) < 1e-11) break }
  l <- sweep(l, 2, ifelse(colSums(l) < 0, -1, 1), "*")
  l[, order(-colSums(l^2))]
}
match_to <- function(l, target) {
  phi <- unclass(factor.congruence(target, l, digits = 17))
  order <- if (sum(abs(diag(phi))) >= abs(phi[1, 2]) + abs(phi[2, 1])) 1:2 else 2:1
  sweep(l[, order], 2, sign(phi[cbind(1:2, order)]), "*")
}
X <- lapply(S, function(d) as.matrix(d[, items]))
L <- lapply(X, loadings_of); first <- L$one
called <- c(if (abs(first[1, 1]) > abs(first[1, 2])) c("lx", "ly") else c("ly", "lx"))
for (s in names_of) {
  own <- if (s == "one") first else match_to(L[[s]], first)
  turned <- if (s == "one") first else unclass(Procrustes(L[[s]], first)$loadings)
  home <- apply(abs(first), 1, which.max)
  for (k in 1:2) {
    for (i in seq_along(items)) put(sprintf("li.loading(%s, %s, %s)", items[i], called[k], s), turned[i, k])
    if (s == "one") next
    put(sprintf("li.congruence(%s, %s)", called[k], s), diag(unclass(factor.congruence(first, own, digits = 17)))[k])
    put(sprintf("li.congruence.rotated(%s, %s)", called[k], s), diag(unclass(factor.congruence(first, turned, digits = 17)))[k])
  }
  if (s != "one") for (i in seq_along(items)) put(sprintf("li.lead(%s, %s)", items[i], s), abs(turned[i, home[i]]) - abs(turned[i, 3 - home[i]]))
}

# ——— Scores three ways: both components, weighted by their explained variance, 0 to 100 ———
score <- function(s, x) drop(scale(x, s$mean, s$sd) %*% s$w %*% s$weights)
scoring <- function(x, l) {
  s <- list(mean = colMeans(x), sd = apply(x, 2, sd), w = l %*% solve(crossprod(l)), weights = colSums(l^2) / sum(l^2))
  s$posts <- range(score(s, x)); s
}
stretched <- function(s, x) (score(s, x) - s$posts[1]) / diff(s$posts) * 100
frozen <- scoring(X$one, first)
all <- do.call(rbind, X); together <- scoring(all, match_to(loadings_of(all), first))
Y <- lapply(X, function(x) stretched(frozen, x))
for (s in names_of) {
  y <- Y[[s]]; own <- stretched(scoring(X[[s]], match_to(L[[s]], first)), X[[s]]); common <- stretched(together, X[[s]])
  put(sprintf("li.frozen.n(%s)", s), length(y)); put(sprintf("li.frozen.mean(%s)", s), mean(y)); put(sprintf("li.frozen.sd(%s)", s), sd(y))
  put(sprintf("li.frozen.outside(%s)", s), sum(y < -1e-7 | y > 100 + 1e-7)); put(sprintf("li.frozen.correlation(%s)", s), cor(y, own))
  put(sprintf("li.own.mean(%s)", s), mean(own)); put(sprintf("li.own.sd(%s)", s), sd(own)); put(sprintf("li.together.mean(%s)", s), mean(common)); put(sprintf("li.together.sd(%s)", s), sd(common))
  t <- if (s == "one") NULL else t.test(y, Y$one)
  put(sprintf("li.frozen.difference(%s)", s), if (is.null(t)) NA else mean(y) - mean(Y$one)); put(sprintf("li.frozen.difference.low(%s)", s), if (is.null(t)) NA else t$conf.int[1])
  put(sprintf("li.frozen.difference.high(%s)", s), if (is.null(t)) NA else t$conf.int[2]); put(sprintf("li.frozen.difference.p(%s)", s), if (is.null(t)) NA else t$p.value)
}

# ——— Invariance ———
model <- sprintf("p =~ %s\nq =~ %s", paste(p, collapse = " + "), paste(q, collapse = " + "))
whole <- do.call(rbind, lapply(names_of, function(s) cbind(S[[s]], study = s)))
slack <- function(f) max(abs(lavInspect(f, "optim.gradient")))
fitted <- function(data, ...) {
  attempt <- function(...) suppressWarnings(cfa(model, data, meanstructure = TRUE, likelihood = "normal", information = "expected", optim.force.converged = TRUE, ...))
  f <- attempt(control = list(rel.tol = 1e-13, iter.max = 20000, eval.max = 40000), ...)
  b <- attempt(start = f, optim.method = "BFGS", control = list(reltol = 1e-18, maxit = 5000), ...)
  if (slack(b) < slack(f)) b else f
}
measures <- function(f) fitMeasures(f, c("chisq", "df", "cfi", "rmsea", "srmr"))
parts <- c("chi2", "df", "cfi", "rmsea", "srmr")
for (s in names_of) { m <- measures(fitted(S[[s]])); put(sprintf("li.form.n(%s)", s), nrow(S[[s]])); for (i in 1:5) put(sprintf("li.form.%s(%s)", parts[i], s), m[[i]]) }
before <- NULL
levels_of <- list(configural = "", metric = "loadings", scalar = c("loadings", "intercepts"))
freed <- ""
for (level in names(levels_of)) {
  f <- fitted(whole, group = "study", group.label = names_of, group.equal = levels_of[[level]], group.partial = freed); m <- measures(f)
  for (i in 1:5) put(sprintf("li.%s.%s", level, parts[i]), m[[i]])
  put(sprintf("li.%s.change.chi2", level), if (is.null(before)) NA else m[["chisq"]] - before[["chisq"]]); put(sprintf("li.%s.change.df", level), if (is.null(before)) NA else m[["df"]] - before[["df"]])
  put(sprintf("li.%s.change.p", level), if (is.null(before)) NA else pchisq(m[["chisq"]] - before[["chisq"]], m[["df"]] - before[["df"]], lower.tail = FALSE))
  put(sprintf("li.%s.change.cfi", level), if (is.null(before)) NA else m[["cfi"]] - before[["cfi"]]); put(sprintf("li.%s.change.rmsea", level), if (is.null(before)) NA else m[["rmsea"]] - before[["rmsea"]])
  before <- m
}

# ——— Coefficients: y as it was measured ———
right <- "age + school"; terms <- c("age", "school")
own <- lapply(S, function(d) lm(as.formula(paste("y ~", right)), d))
coefs <- lapply(own, function(f) summary(f)$coefficients)
eq_p <- c()
for (s in names_of) { put(sprintf("full.y.n(%s)", s), nobs(own[[s]])); put(sprintf("full.y.r2(%s)", s), summary(own[[s]])$r.squared) }
for (v in terms) {
  b <- vapply(coefs, function(x) x[v, 1], 0); se <- vapply(coefs, function(x) x[v, 2], 0)
  m <- rma(yi = b, sei = se, method = "REML", control = list(threshold = 1e-14, maxiter = 10000)); w <- 1 / se^2; chi2 <- sum(w * (b - sum(w * b) / sum(w))^2)
  for (s in names_of) {
    put(sprintf("full.y.b(%s, %s)", v, s), b[[s]]); put(sprintf("full.y.se(%s, %s)", v, s), se[[s]]); put(sprintf("full.y.p(%s, %s)", v, s), coefs[[s]][v, 4])
    put(sprintf("full.y.low(%s, %s)", v, s), b[[s]] - qnorm(.975) * se[[s]]); put(sprintf("full.y.high(%s, %s)", v, s), b[[s]] + qnorm(.975) * se[[s]]); put(sprintf("full.y.weight(%s, %s)", v, s), weights(m)[[match(s, names_of)]])
  }
  put(sprintf("full.y.equal.chi2(%s)", v), chi2); put(sprintf("full.y.equal.df(%s)", v), 2); eq_p[v] <- pchisq(chi2, 2, lower.tail = FALSE); put(sprintf("full.y.equal.p(%s)", v), eq_p[v])
  put(sprintf("full.y.pooled.b(%s)", v), m$beta); put(sprintf("full.y.pooled.se(%s)", v), m$se); put(sprintf("full.y.pooled.p(%s)", v), m$pval); put(sprintf("full.y.pooled.low(%s)", v), m$ci.lb); put(sprintf("full.y.pooled.high(%s)", v), m$ci.ub)
  put(sprintf("full.y.tau(%s)", v), sqrt(m$tau2)); put(sprintf("full.y.tau2(%s)", v), m$tau2); put(sprintf("full.y.i2(%s)", v), m$I2); put(sprintf("full.y.q(%s)", v), m$QE); put(sprintf("full.y.q.p(%s)", v), m$QEp)
  half <- qt(.975, 1) * sqrt(m$tau2 + m$se^2); put(sprintf("full.y.prediction.low(%s)", v), m$beta - half); put(sprintf("full.y.prediction.high(%s)", v), m$beta + half)
}
for (v in terms) put(sprintf("full.y.equal.holm(%s)", v), p.adjust(eq_p, "holm")[[v]])
k <- 2; G <- 3; V <- matrix(0, k * G, k * G)
for (g in 1:G) V[(g - 1) * k + 1:k, (g - 1) * k + 1:k] <- vcov(own[[g]])[-1, -1]
C <- cbind(kronecker(rep(1, G - 1), diag(k)), -diag(k * (G - 1))); delta <- C %*% unlist(lapply(own, function(f) coef(f)[-1]))
joint <- as.numeric(t(delta) %*% solve(C %*% V %*% t(C)) %*% delta)
put("full.y.joint.chi2", joint); put("full.y.joint.df", k * (G - 1)); put("full.y.joint.p", pchisq(joint, k * (G - 1), lower.tail = FALSE))
whole$study <- factor(whole$study, names_of)
common <- lm(y ~ age + school, whole); effects <- lm(y ~ age + school + study, whole); interactions <- lm(y ~ (age + school) * study, whole)
nested <- function(name, a, b, df = FALSE) { t <- anova(a, b); put(paste0("full.y.", name, ".f"), t$F[2]); put(paste0("full.y.", name, ".p"), t$`Pr(>F)`[2]); if (df) { put(paste0("full.y.", name, ".df1"), t$Df[2]); put(paste0("full.y.", name, ".df2"), t$Res.Df[2]) } }
nested("chow", common, interactions, TRUE); nested("intercepts", common, effects); nested("slopes", effects, interactions)
for (s in later) { t <- paste0("study", s); ci <- confint(effects)[t, ]; put(sprintf("full.y.effect(%s)", s), coef(effects)[[t]]); put(sprintf("full.y.effect.low(%s)", s), ci[[1]]); put(sprintf("full.y.effect.high(%s)", s), ci[[2]]); put(sprintf("full.y.effect.p(%s)", s), summary(effects)$coefficients[t, 4]) }

write_golden("comparison-by-address", list(engine = "R with psych, lavaan, metafor", versions = versions("psych", "lavaan", "metafor"), tolerance = list(default = list(abs = 1e-9, rel = 1e-9)), values = out))
