# Rscript test/numbers/r/harmonise-provinces.R ANSHUN.csv BIJIE.csv: makes test/numbers/data/provinces.csv of the two synthetic provinces
# (anshun_2020.csv, bijie_2021.csv), by hand and after Bijie's codebook, so that the studies' comparison can be computed in R without
# this project. Missing codes become empty, reversed items are turned, 1-7 becomes 1-5 by 1 + (x - 1)*4/6.
arguments <- commandArgs(trailingOnly = TRUE)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
anshun <- read.csv(arguments[1])
bijie <- read.csv(arguments[2])
valid <- function(x, low, high) ifelse(x >= low & x <= high, x, NA)
five <- function(q) valid(bijie[[q]], 1, 5)
turned <- function(q) 6 - five(q)
seven <- function(q) 1 + (valid(bijie[[q]], 1, 7) - 1) * 4 / 6
items <- c("eco_income_sat", "eco_cost", "eco_income_change", "soc_friends", "soc_activities", "soc_neighbours", "psy_enjoy", "psy_confident", "psy_happier", "cul_dialect", "cul_customs")
others <- c("pol_training", "com_amenity", "com_housing", "com_access", "com_security")
second <- data.frame(province = "bijie", sex = c("female", "male")[valid(bijie$q2, 1, 2)],
  eco_income_sat = turned("q19"), eco_cost = seven("q20"), eco_income_change = five("q18"), soc_friends = seven("q16"), soc_activities = turned("q17"), soc_neighbours = five("q15"),
  psy_enjoy = five("q12"), psy_confident = five("q14"), psy_happier = turned("q13"), cul_dialect = five("q21"), cul_customs = turned("q22"),
  pol_training = turned("q27"), com_amenity = five("q23"), com_housing = turned("q24"), com_access = five("q25"), com_security = turned("q26"))
first <- data.frame(province = "anshun", sex = c("male", "female")[anshun$sex], anshun[, c(items, others)])
both <- rbind(first, second)
both[, -(1:2)] <- lapply(both[, -(1:2)], function(x) signif(x, 15))
write.csv(both, file.path(here, "..", "data", "provinces.csv"), row.names = FALSE, na = "", quote = FALSE)
