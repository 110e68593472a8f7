# Writes tests/reference/batches.json: an invented fund with halted days, what selling it in parts
# came to against selling at once from each start, and that as mean(), quantile(type = 7) and the
# share below have it.
#
#   Rscript scripts/reference/batches.R > tests/reference/batches.json

set.seed(20250321)
days <- 420
price <- round(1.4 * exp(cumsum(rnorm(days, 0.0002, 0.014))), 3)
premium <- as.numeric(0.04 + arima.sim(list(ar = 0.9), days, sd = 0.012))
# Halts: single days, and one of three in a row.
halted <- c(17, 60, 61, 62, 200, 333)
price[halted] <- NA
premium[halted] <- NA
series <- function(v) ifelse(is.na(v), "null", formatC(v, digits = 17, format = "g"))
listed <- function(v) paste0("[", paste(series(v), collapse = ","), "]")

parts <- 4
every <- 5
cost <- 0.0005
bar <- 0.05
shares <- c(0, 0.05, 0.25, 0.5, 0.75, 0.95, 1)

# The first priced day no earlier than `day`; NA beyond the end.
priced <- which(!is.na(price))
from <- function(day) priced[priced >= day][1]
starts <- list()
for (start in priced) {
  sold <- sapply(start + every * (0:(parts - 1)), from)
  if (any(is.na(sold))) next
  exit <- (1 - cost) * (mean(price[sold]) / price[start] - 1)
  starts[[length(starts) + 1]] <- c(start = start, last = max(sold), exit = exit)
}
starts <- as.data.frame(do.call(rbind, starts))

spread <- function(of) {
  apart <- 0
  free <- 0
  for (i in seq_len(nrow(of))) if (of$start[i] > free) { apart <- apart + 1; free <- of$last[i] }
  sprintf('{"starts": %d, "apart": %d, "mean": %s, "below": %s, "quantiles": %s}', nrow(of), apart,
          series(mean(of$exit)), series(mean(of$exit < 0)),
          listed(quantile(of$exit, shares, type = 7, names = FALSE)))
}
over <- starts[premium[starts$start] > bar, ]
cat(sprintf('{"price": %s,\n"premium": %s,\n"parts": %d, "every": %d, "cost": %s, "bar": %s,\n',
            listed(price), listed(premium), parts, every, series(cost), series(bar)))
cat(sprintf('"all": %s,\n"over": %s}\n', spread(starts), spread(over)))
