"""A small scenario without mistakes, in parts that a case may replace."""

PARTS = {
    "run": '[run]\nstart = 2018-01-01\nlength = "1 month"\nreplications = 1\n',
    "arm": "",
    "attribute": '[attribute.risiko]\nvalues = { lav = 0.6, hoej = "rest" }\n',
    "arrival": '[arrival.nye]\nstatus = "syg"\nrate = "100 per year"\n',
    "stock": "",
    "status": '[status.syg]\non_enter = "samtale"\n[status.job]\nfinal = true\n',
    "exit": '[status.syg.exit.rask]\nto = "job"\nafter = "26 weeks"\n',
    "duty": "",
    "procedure": '[procedure.samtale]\nstart = "samtale"\n',
    "step": '[procedure.samtale.step.samtale]\nwork = { pool = "medarbejder", time = "45 min" }\n',
    "calendar": '[calendar.kontortid]\nhours = { mon = "08:00-16:00", tue = "08:00-16:00" }\n',
    "pool": '[pool.medarbejder]\nstaff = 3\ncalendar = "kontortid"\n',
    "meeting": "",
    "more": "",
}


def office(**changes):
    """The scenario with the parts named changed; "use" comes first, as TOML wants it."""
    parts = PARTS | changes
    return parts.pop("use", "") + "".join(parts.values())
