# Regressions on data with gaps, each pooled over 400 copies that mice makes (predictive mean matching; Rubin's rules): what
# ../imputed-by-address.test.ts must come near to. R 4.2.2, mice. The gaps: values of by-address.csv that hang together with what is seen.
here <- if (length(f <- grep("^--file=", commandArgs(), value = TRUE))) dirname(sub("--file=", "", f)) else "."
source(file.path(here, "json.R"))
suppressMessages(library(mice))
d <- read.csv(file.path(here, "../data/by-address.csv")); set.seed(7); n <- nrow(d)
d <- d[, c("id", "hours", "age", "mood", "sex", "place")]
d$hours <- d$hours + 0.25 * d$age - 2 * d$mood + 3 * (d$place == 2)
drop <- function(v, p) ifelse(runif(n) < p, NA, v)
hole <- plogis(-2.2 + 0.03 * d$age)
d$mood <- drop(d$mood, hole); d$place <- drop(d$place, .15); d$hours <- drop(d$hours, .1)
write.csv(d, file.path(here, "../data/with-gaps.csv"), row.names = FALSE, na = "")
out <- list(); e <- d; e$sex <- factor(e$sex); e$place <- factor(e$place); e$id <- NULL
imp <- mice(e[, c("hours", "age", "mood", "sex", "place")], m = 400, maxit = 10, printFlag = FALSE, seed = 11, method = c("pmm", "", "pmm", "", "polyreg"))
named <- c("(Intercept)" = "intercept", age = "age", mood = "mood", sex2 = "sex.female", place2 = "place.south", place3 = "place.west")
p <- summary(pool(with(imp, lm(hours ~ age + mood + sex + place)))); q <- pool(with(imp, lm(hours ~ age + mood + sex + place)))$pooled
for (i in seq_len(nrow(p))) { t <- named[[as.character(p$term[i])]]; out[[sprintf("mi.hours.b(%s)", t)]] <- p$estimate[i]; out[[sprintf("mi.hours.se(%s)", t)]] <- p$std.error[i]; out[[sprintf("mi.hours.df(%s)", t)]] <- p$df[i]; out[[sprintf("mi.hours.fmi(%s)", t)]] <- q$fmi[i] }
out[["mi.hours.r2"]] <- pool.r.squared(with(imp, lm(hours ~ age + mood + sex + place)))[1]
out[["listwise"]] <- as.list(setNames(coef(lm(hours ~ age + mood + sex + place, e)), named))
write_golden("imputed-by-address", list(engine = "R with mice", versions = versions("mice"), values = out))
