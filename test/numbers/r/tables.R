# Reference values of test/numbers/tables.test.ts that are in no golden document. R 4.2.2, stats and ppcor's formula written out.
options(digits = 15, warn = -1)
fisher <- function(...) print(fisher.test(rbind(...), workspace = 2e8)$p.value)
fisher(c(18, 24, 17), c(13, 14, 12), c(11, 7, 9), c(11, 13, 7), c(5, 6, 7))
fisher(c(18, 24, 17, 33, 21), c(13, 14, 12, 20, 11))
fisher(c(8, 4, 7, 3, 2), c(3, 4, 2, 2, 1), c(2, 9, 1, 4, 5))
fisher(c(4, 0), c(1, 3), c(0, 5))
# Noncentralities at which P(T <= t) = p
at <- function(t, df, p) uniroot(function(d) pt(t, df, d) - p, c(t - 20 - abs(t), t + 20 + 2 * abs(t)), tol = 1e-14)$root
print(c(at(30, 1500, .975), at(30, 1500, .025), at(.5, 3, .975), at(.5, 3, .025), at(-2.2, 2776, .975), at(12, 2, .025), at(0, 20, .025)))
# Partial tau of mtcars mpg and wt without hp and qsec, and its p (Kim 2015: ppcor::pcor)
k <- cor(mtcars[, c("mpg", "wt", "hp", "qsec")], method = "kendall")
i <- solve(k); r <- -i[1, 2] / sqrt(i[1, 1] * i[2, 2]); m <- nrow(mtcars) - 2
print(c(r, 2 * pnorm(-abs(r / sqrt(2 * (2 * m + 5) / (9 * m * (m - 1)))))))
# Three factors, and a covariate with two
suppressMessages({library(car); library(emmeans)})
options(contrasts = c("contr.sum", "contr.poly"))
d <- read.csv("../data/synth323.csv"); d <- d[complete.cases(d[, c("sat", "sex", "income", "q1", "q2")]), ]
d$half <- factor(ifelse(d$q2 > 3, "high", "low"), levels = c("low", "high"))
d$sex <- factor(d$sex, levels = c("male", "female")); d$income <- factor(d$income, levels = c("down", "same", "up"))
f <- lm(sat ~ q1 + sex * income * half, d)
print(Anova(f, type = 3)); print(Anova(f, type = 2), digits = 12)
print(as.data.frame(emmeans(f, "income")), digits = 12)
print(anova(f, update(f, . ~ . + q1:sex + q1:income + q1:half)), digits = 12)
