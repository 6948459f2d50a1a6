# Makes answers of a sample that was drawn by a design and computes the numbers of the study in survey-by-address.test.ts with R's survey package.
# Rscript test/numbers/r/survey-by-address.R: data/survey-by-address.csv and golden/survey-by-address.json. Nothing is taken from the project's code.
suppressMessages(library(survey))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
options(digits = 17, survey.lonely.psu = "adjust")
set.seed(20240914)
n <- 144
d <- data.frame(id = sprintf("r%03d", 1:n))
d$county <- paste0("c", rep(1:4, each = 36))
d$village <- paste0("v", rep(rep(1:3, each = 12), 4))
d$units <- c(20, 12, 30, 9)[rep(1:4, each = 36)]
u <- rnorm(12)[rep(1:12, each = 12)]
f1 <- 0.5 * u + rnorm(n); f2 <- 0.3 * f1 + rnorm(n)
item <- function(f) pmin(5, pmax(1, round(3 + f + rnorm(n, sd = 0.6))))
for (i in c("a", "b", "c")) d[[i]] <- item(0.8 * f1)
for (i in c("d", "e", "f")) d[[i]] <- item(0.8 * f2)
d$age <- round(18 + 50 * runif(n)); d$sex <- 1 + (runif(n) < 0.5); d$edu <- sample(1:3, n, TRUE)
d$hours <- round(20 + 4 * f1 - 0.1 * d$age + 2 * (d$sex == 2) + rnorm(n, sd = 4), 1)
d$wt <- round(exp(rnorm(n, sd = 0.5)) * 3, 2)
for (i in c("a", "d", "hours")) d[[i]][sample(n, 6)] <- NA
d$wt[17] <- NA; d$wt[60] <- 0
write.csv(d, file.path(here, "..", "data", "survey-by-address.csv"), row.names = FALSE, quote = FALSE, na = "")

s <- d[!is.na(d$wt) & d$wt > 0, ]
s$sex <- factor(c("male", "female")[s$sex], c("male", "female")); s$edu <- factor(c("low", "mid", "high")[s$edu], c("low", "mid", "high"))
des <- svydesign(id = ~village, strata = ~county, weights = ~wt, fpc = ~units, data = s, nest = TRUE)
v <- list()
put <- function(address, value) v[[address]] <<- as.numeric(value)
kish <- function(w) sum(w)^2 / sum(w^2)
wm <- function(x, w = s$wt) { k <- !is.na(x); sum(w[k] * x[k]) / sum(w[k]) }
wv <- function(x, w = s$wt) { k <- !is.na(x); m <- wm(x, w); sum(w[k] * (x[k] - m)^2) / sum(w[k]) * sum(k) / (sum(k) - 1) }
put("sample.weighted", nrow(s)); put("sample.weights", sum(s$wt)); put("sample.n.kish", kish(s$wt))
put("sample.strata", 4); put("sample.psus", 12); put("sample.df", degf(des))
# means, whole and by level
one <- function(name) {
  m <- svymean(as.formula(paste0("~", name)), des, na.rm = TRUE, deff = TRUE); x <- s[[name]]
  put(paste0(name, ".n"), sum(!is.na(x))); put(paste0(name, ".missing"), sum(is.na(x)))
  put(paste0(name, ".mean"), coef(m)); put(paste0(name, ".se"), SE(m)); put(paste0(name, ".deff"), deff(m)); put(paste0(name, ".sd"), sqrt(wv(x)))
  put(paste0(name, ".n.kish"), kish(s$wt[!is.na(x)]))
}
for (name in c("hours", "a", "age")) one(name)
level <- function(name, by) {
  known <- des[!is.na(s[[name]]), ]
  for (l in levels(s[[by]])) {
    sub <- subset(known, get(by) == l); m <- svymean(as.formula(paste0("~", name)), sub, deff = TRUE)
    at <- function(q) sprintf("%s.%s(%s.%s)", name, q, by, l)
    x <- sub$variables[[name]]; ci <- confint(m, df = degf(known))
    put(at("n"), length(x)); put(at("mean"), coef(m)); put(at("se"), SE(m)); put(at("deff"), deff(m)); put(at("sd"), sqrt(wv(x, sub$variables$wt)))
    put(at("low"), ci[1]); put(at("high"), ci[2]); put(at("n.kish"), kish(sub$variables$wt))
  }
}
level("hours", "edu"); level("a", "sex")
# shares
for (by in c("sex", "edu")) {
  m <- svymean(as.formula(paste0("~", by)), des, deff = TRUE)
  for (i in seq_along(levels(s[[by]]))) {
    at <- function(q) sprintf("%s.%s.%s", by, levels(s[[by]])[i], q)
    put(at("count"), sum(s[[by]] == levels(s[[by]])[i])); put(at("percent"), 100 * coef(m)[i]); put(at("se"), 100 * SE(m)[i]); put(at("deff"), deff(m)[i])
  }
}
t <- s$wt[!is.na(s$a)]; x <- s$a[!is.na(s$a)]
for (p in 1:5) { put(sprintf("a.percent(%d)", p), 100 * sum(t[x == p]) / sum(t)); put(sprintf("a.count(%d)", p), sum(x == p)) }
# alpha of a dimension: weighted covariances of complete rows
items <- c("a", "b", "c"); k <- complete.cases(s[items])
cw <- function(names, k) { z <- as.matrix(s[k, names]); w <- s$wt[k]; m <- colSums(z * w) / sum(w); y <- sweep(z, 2, m); list(m = m, S = crossprod(y, y * w) / sum(w) * sum(k) / (sum(k) - 1), n = sum(k)) }
S <- cw(items, k)$S; put("p.alpha", 3 / 2 * (1 - sum(diag(S)) / sum(S))); put("p.alpha.n", sum(k))
put("p.mean", mean(sapply(items, function(i) wm(s[[i]]))))
put("p.item_total(b)", (rowSums(S)[2] - S[2, 2]) / sqrt(S[2, 2] * (sum(S) - 2 * sum(S[2, ]) + S[2, 2])))
# an index of two components, listwise
all6 <- c("a", "b", "c", "d", "e", "f"); k <- complete.cases(s[all6]); M <- cw(all6, k); R <- cov2cor(M$S)
e <- eigen(R); for (i in 1:6) put(sprintf("i.eigenvalue(%d)", i), e$values[i])
put("i.n.correlations", M$n)
Ri <- solve(R); A <- Ri / sqrt(outer(diag(Ri), diag(Ri))); off <- row(R) != col(R)
put("i.kmo", sum(R[off]^2) / (sum(R[off]^2) + sum(A[off]^2)))
put("i.bartlett.chi2", -(M$n - 1 - (2 * 6 + 5) / 6) * log(det(R)))
L <- e$vectors[, 1:2] %*% diag(sqrt(e$values[1:2]))
# Varimax in the plane has a closed form (Kaiser 1958).
h <- sqrt(rowSums(L^2)); y <- L / h; u <- y[, 1]^2 - y[, 2]^2; z <- 2 * y[, 1] * y[, 2]
best <- atan2(2 * (6 * sum(u * z) - sum(u) * sum(z)), 6 * sum(u^2 - z^2) - (sum(u)^2 - sum(z)^2)) / 4
B <- L %*% matrix(c(cos(best), sin(best), -sin(best), cos(best)), 2)
one_of <- which.max(abs(B[1, ])); B <- B[, c(one_of, 3 - one_of)]; for (j in 1:2) if (B[c(1, 4)[j], j] < 0) B[, j] <- -B[, j]
for (j in 1:2) for (i in 1:6) put(sprintf("i.loading(%s, %s)", all6[i], c("x", "y")[j]), B[i, j])
W <- B %*% solve(crossprod(B)); Z <- sweep(sweep(as.matrix(s[k, all6]), 2, M$m), 2, sqrt(diag(M$S)), "/") %*% W
ev <- colSums(B^2); raw <- as.vector(Z %*% (ev / sum(ev))); score <- (raw - min(raw)) / diff(range(raw)) * 100
s$score <- NA; s$score[k] <- score; des <- update(des, score = s$score)
m <- svymean(~score, des, na.rm = TRUE, deff = TRUE); put("i.mean", coef(m)); put("i.se", SE(m)); put("i.deff", deff(m)); put("i.sd", sqrt(wv(s$score)))
raw_t <- rep(NA, nrow(s)); raw_t[k] <- raw; put("t.mean(sex.female)", { z <- 50 + 10 * (raw_t - wm(raw_t)) / sqrt(wv(raw_t)); wm(z[s$sex == "female"], s$wt[s$sex == "female"]) })
# groups
g <- function(name, by, prefix, design = des) {
  design <- design[!is.na(design$variables[[name]]), ]
  fit <- svyglm(as.formula(paste(name, "~", by)), design); w <- regTermTest(fit, as.formula(paste0("~", by)))
  put(paste0(prefix, ".f"), w$Ftest); put(paste0(prefix, ".df1"), w$df); put(paste0(prefix, ".df2"), w$ddf); put(paste0(prefix, ".p"), w$p)
  b <- svyby(as.formula(paste0("~", name)), as.formula(paste0("~", by)), design, svymean, na.rm = TRUE, covmat = TRUE); V <- vcov(b); m <- coef(b); l <- names(m); nu <- degf(design)
  for (i in 1:(length(m) - 1)) for (j in (i + 1):length(m)) {
    se <- sqrt(V[i, i] + V[j, j] - 2 * V[i, j]); p <- 2 * pt(-abs((m[i] - m[j]) / se), nu)
    at <- function(q) sprintf("%s.difference%s(%s.%s, %s.%s)", prefix, q, by, l[i], by, l[j])
    put(at(""), m[i] - m[j]); put(at(".se"), se); put(at(".p"), min(1, p * choose(length(m), 2)))
  }
}
g("hours", "edu", "k.hours"); g("score", "sex", "k2.i"); g("hours", "sex", "k3.hours", subset(des, age > 30))
# models: t on PSUs - strata
model <- function(f, prefix, design = des, nu = degf(design)) {
  fit <- svyglm(f, design); b <- coef(fit); V <- vcov(fit); se <- sqrt(diag(V)); l <- c("intercept", names(b)[-1])
  l <- sub("^sex", "sex.", sub("^edu", "edu.", l))
  for (i in seq_along(b)) {
    put(sprintf("%s.b(%s)", prefix, l[i]), b[i]); put(sprintf("%s.se(%s)", prefix, l[i]), se[i]); put(sprintf("%s.p(%s)", prefix, l[i]), 2 * pt(-abs(b[i] / se[i]), nu))
    put(sprintf("%s.low(%s)", prefix, l[i]), b[i] - qt(.975, nu) * se[i])
  }
  put(paste0(prefix, ".f"), t(b[-1]) %*% solve(V[-1, -1]) %*% b[-1] / (length(b) - 1)); put(paste0(prefix, ".df2"), nu); put(paste0(prefix, ".n"), nobs(fit))
  y <- fit$y; w <- weights(fit$survey.design)[seq_along(y)]; w <- fit$prior.weights; put(paste0(prefix, ".r2"), 1 - sum(w * residuals(fit, "response")^2) / sum(w * (y - sum(w * y) / sum(w))^2))
}
model(hours ~ age + sex + edu, "r.hours"); model(score ~ age + hours, "r2.i"); model(hours ~ age + sex, "r3.hours", subset(des, edu != "low"))
# a logit: the same degrees of freedom; average marginal effects by weight, of a dummy the change from the reference
fit <- svyglm(I(sex == "female") ~ age + hours + edu, des, family = quasibinomial, control = glm.control(epsilon = 1e-14)); b <- coef(fit); V <- vcov(fit); nu <- degf(des)
l <- c("intercept", "age", "hours", "edu.mid", "edu.high")
for (i in seq_along(b)) {
  se <- sqrt(V[i, i]); at <- function(q) sprintf("lg.sex.%s(%s)", q, l[i])
  put(at("b"), b[i]); put(at("se"), se); put(at("p"), 2 * pt(-abs(b[i] / se), nu))
  if (i > 1) { put(at("odds"), exp(b[i])); put(at("odds.low"), exp(b[i] - qt(.975, nu) * se)) }
}
X <- model.matrix(fit); w <- fit$prior.weights; p <- plogis(as.vector(X %*% b))
put("lg.sex.margin(age)", b[2] * sum(w * p * (1 - p)) / sum(w))
X0 <- X; X0[, 4:5] <- 0; X1 <- X0; X1[, 5] <- 1
put("lg.sex.margin(edu.high)", sum(w * (plogis(as.vector(X1 %*% b)) - plogis(as.vector(X0 %*% b)))) / sum(w))
put("lg.sex.n", nrow(X))
# with a product: what it adds to the effect of its factors follows along, and it has none of its own
fit <- svyglm(I(sex == "female") ~ age * edu + hours, des, family = quasibinomial, control = glm.control(epsilon = 1e-14)); b <- coef(fit)
world <- function(more = 0, level = NULL) {
  z <- fit$data; z$age <- z$age + more; if (!is.null(level)) z$edu <- factor(level, c("low", "mid", "high"))
  X <- model.matrix(~ age * edu + hours, z); list(p = plogis(as.vector(X %*% b)), slope = b["age"] + b["age:edumid"] * X[, "edumid"] + b["age:eduhigh"] * X[, "eduhigh"])
}
fit$data <- fit$survey.design$variables[!is.na(fit$survey.design$variables$hours), ]; w <- fit$data$wt; own <- world()
put("lp.sex.b(age:edu.high)", b["age:eduhigh"])
put("lp.sex.margin(age)", sum(w * own$p * (1 - own$p) * own$slope) / sum(w))
put("lp.sex.margin(edu.high)", sum(w * (world(level = "high")$p - world(level = "low")$p)) / sum(w))
put("lp.sex.margin(edu.mid)", sum(w * (world(level = "mid")$p - world(level = "low")$p)) / sum(w))
# raking
margins <- list(sex = c(male = 300, female = 260), edu = c(low = 200, mid = 160, high = 200))
w <- s$wt; for (it in 1:1000) for (mg in names(margins)) w <- w * margins[[mg]][as.character(s[[mg]])] / tapply(w, s[[mg]], sum)[as.character(s[[mg]])]
s$cal <- w
rk <- rake(svydesign(id = ~village, strata = ~county, weights = ~wt, data = s, nest = TRUE), list(~sex, ~edu), list(data.frame(sex = names(margins$sex), Freq = margins$sex), data.frame(edu = names(margins$edu), Freq = margins$edu)), control = list(maxit = 1000, epsilon = 1e-12))
m <- svymean(~hours, rk, na.rm = TRUE); put("raked:hours.mean", coef(m)); put("raked:hours.se", SE(m)); put("raked:sample.n.kish", kish(w))
fit <- svyglm(hours ~ age, rk); put("raked:m.hours.b(age)", coef(fit)[2]); put("raked:m.hours.se(age)", SE(fit)[2])
# categories by groups: Rao and Scott's F, weighted shares
crossed <- function(front, y, by) {
  k <- svychisq(as.formula(paste0("~", y, "+", by)), des, statistic = "F"); w <- svytable(as.formula(paste0("~", y, "+", by)), des); n <- sum(table(s[[y]], s[[by]]))
  e <- outer(rowSums(w), colSums(w)) / sum(w); x <- n * sum((w - e)^2 / e) / sum(w)
  at <- function(q) sprintf("%s.%s.%s", front, y, q)
  put(at("chi2"), x); put(at("f"), k$statistic); put(at("df1"), k$parameter[[1]]); put(at("df2"), k$parameter[[2]]); put(at("p"), k$p.value); put(at("v"), sqrt(x / n / (min(dim(w)) - 1))); put(at("df"), prod(dim(w) - 1))
  for (l in levels(s[[y]])) for (g in levels(s[[by]])) { put(sprintf("%s(%s.%s, %s.%s)", at("percent"), y, l, by, g), 100 * w[l, g] / sum(w[, g])); put(sprintf("%s(%s.%s, %s.%s)", at("count"), y, l, by, g), sum(s[[y]] == l & s[[by]] == g)) }
  for (l in levels(s[[y]])) put(sprintf("%s(%s.%s, all)", at("percent"), y, l), 100 * sum(w[l, ]) / sum(w))
}
crossed("kc", "edu", "sex")
write_golden("survey-by-address", list(engine = "R with survey", versions = versions("survey"), tolerance = list(default = list(abs = 1e-9, rel = 1e-7)), values = v))
