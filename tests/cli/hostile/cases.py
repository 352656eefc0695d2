"""What people, or somebody who means harm, could hand the program. Each case: the files, the command, the exit code and
what must be said (a regular expression over standard error, empty where the case is harmless)."""

import os
from dataclasses import dataclass, field
from typing import Callable

from office import PARTS, office


@dataclass
class Case:
    name: str
    files: dict  # path -> text or bytes
    said: str
    code: int = 3
    command: tuple = ("check",)
    prepare: Callable = field(default=lambda folder: None)


def refused(name, text, said, **more):
    return Case(name, {"scenario.toml": text}, said, **more)


def handled(name, text, **more):
    return Case(name, {"scenario.toml": text}, "", code=0, **more)


PLACE = r"scenario\.toml:\d+:\d+: error: "


def texts():
    """Files that are hardly text."""
    deep = 100_000
    yield refused("arrays in arrays", "x = " + "[" * deep + "]" * deep, PLACE + "nested more than 64 levels")
    yield refused("tables in tables", "x = " + "{a=" * deep + "1" + "}" * deep, PLACE + "nested more than 64 levels")
    yield refused("a dotted key without end", ".".join(["a"] * deep) + " = 1", PLACE + "nested more than 64 levels")
    yield refused("a header without end", "[" + ".".join(["a"] * deep) + "]", PLACE + "nested more than 64 levels")
    yield refused("a file of a gigabyte", "", r"larger than the limit of 4 MiB",
                  prepare=lambda folder: os.truncate(f"{folder}/scenario.toml", 1 << 30))
    yield refused("a million keys", "".join(f"k{i}=1\n" for i in range(1_000_000)), "larger than the limit of 4 MiB")
    yield refused("400000 keys in one table", "".join(f"k{i}=1\n" for i in range(400_000)), PLACE + "more than .* values")
    yield refused("a million values in an array", "x=[" + "1," * 1_000_000 + "]", PLACE + "more than .* values")
    yield refused("a million empty tables", "x=[" + "{}," * 1_000_000 + "]", PLACE + "more than .* values")
    yield refused("500000 headers", "[[a]]\n" * 500_000, PLACE + "more than .* values")
    yield refused("20000 keys in one table", office(more="[strange]\n" + "".join(f"k{i}=1\n" for i in range(20_000))),
                  PLACE + "a table with 20000 keys, the limit is")
    yield refused("4000 unknown keys", office(more="[refund]\n" + "".join(f"k{i}=1\n" for i in range(4_000))),
                  PLACE + 'unknown key "k0"')
    yield refused("a name of a megabyte", office(more=f"[{'a' * 1_000_000}]\n"), PLACE + "a name of 1000000 bytes, the limit is")
    yield refused("a unit of a megabyte", office(run=PARTS["run"].replace("month", "m" * 1_000_000)), PLACE + "unknown unit")
    yield refused("a string of three megabytes", office(more=f'[pool.x]\nstaff = "{"3" * 3_000_000}"\ncalendar="always"\n'),
                  PLACE + "expected a whole number of people")
    yield refused("four million empty lines", "\n" * 4_000_000 + "x = 1 2\n", PLACE + "not TOML")
    yield refused("errors behind a million lines",
                  office(more="\n" * 3_000_000 + "".join(f"[status.s{i}]\nx = 1\n" for i in range(1000))),
                  PLACE + 'unknown key "x"')
    yield refused("one line of three megabytes", "x = 1 " + " " * 3_000_000 + "y", PLACE + "not TOML")
    yield handled("a byte order mark", "\ufeff" + office())
    yield refused("a byte order mark in the middle", office(more="\ufeff[refund]\n"), PLACE + ".*outside quotes")
    yield refused("a NUL", office(more="# \0\n"), PLACE + "a NUL byte, expected text")
    yield Case("no UTF-8", {"scenario.toml": office().encode() + b"# \xff\xfe\n"}, PLACE + "the text is not UTF-8")
    yield Case("overlong UTF-8", {"scenario.toml": office().encode() + b"# \xc0\xaf\n"}, PLACE + "the text is not UTF-8")
    yield Case("a surrogate", {"scenario.toml": office().encode() + b"# \xed\xa0\x80\n"}, PLACE + "the text is not UTF-8")
    yield Case("a Danish letter as Latin-1", {"scenario.toml": office().encode() + "# æ\n".encode("latin-1")},
               PLACE + "the text is not UTF-8, expected UTF-8")
    yield Case("UTF-16", {"scenario.toml": office().encode("utf-16")}, PLACE + "the text is not UTF-8")
    yield refused("no text at all", "", 'the file has no "run"')
    yield refused("a date that is none", office(run='[run]\nstart = 2018-02-30\nlength = "1 month"\n'), PLACE + "not TOML")
    yield refused("a control character", office(more="[pool.\"\\u0007\"]\n"), PLACE + ".*control character")


def a_hundred_large_files(folder):
    with open(f"{folder}/f0.toml", "w") as file:
        for _ in range(4_000):
            file.write("# " + "x" * 997 + "\n")
    for i in range(1, 100):
        os.link(f"{folder}/f0.toml", f"{folder}/f{i}.toml")


def files():
    """Files that are not what they seem."""
    yield refused("a file that uses itself", 'use = ["scenario.toml"]\n' + office(), PLACE + ".*uses itself")
    yield Case("files that use each other", {"scenario.toml": 'use = ["a.toml"]\n', "a.toml": 'use = ["b.toml"]\n',
                                             "b.toml": 'use = ["a.toml"]\n'}, "b.toml:1:8: error: .*uses itself: .*a.toml -> b.toml")
    chain = {f"f{i}.toml": f'use = ["f{i + 1}.toml"]\n' for i in range(40)} | {"f40.toml": ""}
    yield Case("forty files deep", {"scenario.toml": 'use = ["f0.toml"]\n'} | chain, '"use" nests more than 16 files deep')
    fan = {f"f{i}.toml": 'use = [' + ",".join(f'"f{i + 1}.toml"' for _ in range(20)) + "]\n" for i in range(12)} | {"f12.toml": ""}
    yield Case("each file uses the next twenty times", {"scenario.toml": 'use = ["f0.toml"]\n' + office()} | fan,
               "too many values in all, where each file counts as often as it is used")
    many = {f"f{i}.toml": "" for i in range(400)}
    yield Case("four hundred files", {"scenario.toml": "use = [" + ",".join(f'"{f}"' for f in many) + "]\n" + office()} | many,
               PLACE + "more than 256 files")
    yield refused("a hundred large files", office(use="use = [" + ",".join(f'"f{i}.toml"' for i in range(100)) + "]\n"),
                  PLACE + "more than 32 MiB in all the files", prepare=a_hundred_large_files)
    yield refused("a path out", office(use='use = ["../../etc/passwd"]\n'), PLACE + ".*leads above the scenario root")
    yield refused("a trial out", office(arm='[[arm]]\nname = "a"\ntrials = ["../../etc/passwd"]\n'),
                  PLACE + ".*leads above the scenario root")
    yield refused("an absolute path", office(use='use = ["/etc/passwd"]\n'), PLACE + ".*expected a path relative to this file")
    yield refused("a link out", office(use='use = ["away.toml"]\n'), PLACE + ".*leads out of the scenario root",
                  prepare=lambda folder: os.symlink("/etc/passwd", f"{folder}/away.toml"))
    yield refused("a linked folder out", office(use='use = ["away/passwd"]\n'), PLACE + ".*leads out of the scenario root",
                  prepare=lambda folder: os.symlink("/etc", f"{folder}/away"))
    yield refused("a link to itself", office(use='use = ["loop.toml"]\n'), PLACE + '.*cannot read "loop.toml"',
                  prepare=lambda folder: os.symlink("loop.toml", f"{folder}/loop.toml"))
    yield refused("a pipe", office(use='use = ["pipe.toml"]\n'), PLACE + ".*not a regular file",
                  prepare=lambda folder: os.mkfifo(f"{folder}/pipe.toml"))
    yield refused("a folder", office(use='use = ["folder.toml"]\n'), PLACE + ".*a folder, not a file",
                  prepare=lambda folder: os.mkdir(f"{folder}/folder.toml"))
    yield refused("a path of a megabyte", office(use=f'use = ["{"a/" * 500_000}"]\n'), PLACE + "cannot read")
    yield refused("a path with a NUL", office(use='use = ["a\\u0000b.toml"]\n'), PLACE + "cannot read")


def numbers():
    """Quantities beyond sense."""
    arrival = PARTS["arrival"]
    rate = lambda text: office(arrival=arrival.replace("100 per year", text))
    every = lambda text: office(arrival=f'[arrival.nye]\nstatus = "syg"\nevery = {text}\n')
    after = lambda text: office(exit=PARTS["exit"].replace('"26 weeks"', text))
    yield refused("a trillion citizens a year", rate("1000000000000 per year"), PLACE + "some 8.*e.10 citizens in one replication, the limit is")
    yield refused("a rate of 1e300", rate("1e300 per min"), PLACE + "rate is 1e300 per min, the limit is")
    yield refused("a rate of 1e400", rate("1e400 per year"), PLACE + "expected a rate such as")
    yield refused("a rate of nan", rate("nan per year"), PLACE + "expected a rate such as")
    yield refused("a rate of inf", rate("inf per year"), PLACE + "expected a rate such as")
    yield refused("a negative rate", rate("-1 per year"), PLACE + "rate is -1 per year, expected 0 or more")
    yield refused("arrivals each microsecond", every('{ exponential = "0.00000002 min" }'), PLACE + "duration is .*, the shortest beside 0 is a second")
    yield refused("arrivals each second", office(arrival='[arrival.nye]\nstatus = "syg"\nevery = { exponential = "0.02 min" }\nbatch = 1000\n'),
                  PLACE + "some .* citizens in one replication")
    yield refused("arrivals without time between", every('"0 min"'), PLACE + "arrivals every 0 min, expected time between them")
    yield refused("arrivals mostly without time between", every('{ mixture = [{ share = 0.999999999, of = "0 min" }, { share = "rest", of = "10 years" }] }'),
                  PLACE + "arrivals every mixture .*, expected time between them")
    yield refused("a trillion in stock", office(stock='[stock.syge]\nstatus = "syg"\ncount = 1000000000000\n'),
                  PLACE + "expected a whole number from 0 to 10000000, got 1000000000000")
    yield refused("a hundred full stocks", office(stock="".join(f'[stock.s{i}]\nstatus = "syg"\ncount = 10000000\n' for i in range(100))),
                  PLACE + "some .* citizens in one replication, the limit is")
    yield refused("a huge batch", office(arrival=arrival + "batch = 1000000000000\n"), PLACE + "expected a whole number from 1 to 1000000")
    yield refused("a huge mean batch", office(arrival=arrival + "batch = { geometric = 1e300 }\n"), PLACE + "expected a number from 1 to 1000000")
    yield refused("batches of a million", office(arrival=arrival.replace("100 per", "10000 per") + "batch = 1000000\n"),
                  PLACE + "some .* citizens in one replication, the limit is")
    yield refused("a billion replications", office(run=PARTS["run"].replace("= 1\n", "= 1000000000\n")),
                  PLACE + "expected a whole number from 1 to")
    arms = "".join(f'[[arm]]\nname = "a{i}"\n' for i in range(50))
    yield refused("a million replications of fifty arms", office(run=PARTS["run"].replace("= 1\n", "= 1000000\n"), arm=arms),
                  PLACE + "1000000 replications of 50 arms, the limit is")
    yield refused("a thousand arms", office(arm="".join(f'[[arm]]\nname = "a{i}"\n' for i in range(1000))),
                  PLACE + "1000 arms, the limit is")
    yield refused("a negative seed", office(run=PARTS["run"] + "seed = -1\n"), PLACE + "expected a whole number from 0")
    yield refused("a seed beyond 64 bits", office(run=PARTS["run"] + "seed = 99999999999999999999\n"), PLACE + "not TOML")
    for text, said in (("nan", "got nan"), ("inf", "got inf"), ("-inf", "got -inf"), ("1e400", "not TOML|got inf"), ("9223372036854775807", "got 9223372036854775807"),
                       ("-1", "got -1"), ("1e9", "got 1e.?09|got 1000000000")):
        yield refused(f"staff of {text}", office(pool=PARTS["pool"].replace("= 3", f"= {text}")), PLACE + f".*({said})")
        yield refused(f"a share of {text}", office(step=PARTS["step"] + f"next = {{ end = {text}, samtale = \"rest\" }}\n"), PLACE + "(share is|not TOML)")
    yield refused("a length of 1e300 years", office(run=PARTS["run"].replace("1 month", "1e300 years")), PLACE + "duration is 1e300 years, the limit is")
    yield refused("a wait of 1e300 years", after('"1e300 years"'), PLACE + "duration is 1e300 years, the limit is")
    yield refused("a mean of nan", after('{ exponential = "nan weeks" }'), PLACE + 'expected a duration such as "14 days"')
    yield refused("a deviation beyond sense", after('{ lognormal = "1 days", sd = "1000 years" }'), PLACE + "sd is 365250 days, expected from")
    yield refused("a shape near nothing", after('{ weibull = "10 weeks", shape = 1e-9 }'), PLACE + ".*shape")
    yield handled("a thousand years", after('"1000 years"'))
    yield refused("ages beyond any life", office(run=PARTS["run"] + 'ages = ["1e300 years"]\n'), PLACE + "duration is 1e300 years")
    for date in ("0001-01-01", "9999-12-31"):
        yield refused(f"a start in {date[:4]}", office(run=PARTS["run"].replace("2018-01-01", date)), PLACE + f"start is {date}, expected a year from 1900 to 2200")
    yield refused("a start in 99999", office(run=PARTS["run"].replace("2018-01-01", "99999-01-01")), PLACE + "not TOML")
    yield refused("a window of a thousand years", office(run=PARTS["run"].replace("1 month", "1000 years") + 'run_out = "1 years"\n'), PLACE + "the run takes .* years with warm_up and run_out, the limit is")
    yield refused("a warm-up of a thousand years", office(run=PARTS["run"] + 'warm_up = "1000 years"\n'), PLACE + "the run takes .* years with warm_up and run_out, the limit is")
    yield refused("money beyond sense", office(pool=PARTS["pool"] + 'cost = "1e300 DKK per hour"\n'), PLACE + "money is 1e300 DKK per hour, the limit is")
    yield refused("a fee of nan", office(step=PARTS["step"] + 'fee = "nan DKK"\n'), PLACE + "expected money such as")
    yield refused("a billion working days", office(step=PARTS["step"] + 'deadline = "1000000000 working days"\n'), PLACE + ".*is not a whole number of working days from 0 to 100000")
    meeting = '[meeting.moede]\nper_case = { medarbejder = "1 h" }\n'
    step = PARTS["step"] + 'next = "moede"\n[procedure.samtale.step.moede]\nmeeting = "moede"\n'
    for every_ in ('every = "1e-9 min"', 'every = "0.00000002 min"', 'sessions = "1e300 per min"', 'sessions = "60000000 per min"', 'every = "0 min"'):
        yield refused(f"sessions with {every_}", office(meeting=meeting + every_ + "\n", step=step), PLACE + "(sessions at|duration is|rate is)")
    duty = '[status.syg.duty.opf]\nprocedure = "samtale"\nfirst = "1 days"\nevery = {}\n'
    for text in ('"0 min"', '"1e-9 min"', '"0.00000002 min"'):
        yield refused(f"a duty every {text}", office(duty=duty.format(text)), PLACE + "(a duty every|duration is)")


def sizes():
    """Much of what is small alone."""
    yield refused("100000 empirical points", office(exit=PARTS["exit"].replace('"26 weeks"', '{ empirical = [' + '"1 days",' * 100_000 + '] }')),
                  PLACE + "(more than .* values|.*empirical.*the limit is)")
    yield handled("1000 empirical points", office(exit=PARTS["exit"].replace('"26 weeks"', '{ empirical = [' + '"1 days",' * 1_000 + '] }')),
                  command=("run", "--threads", "1", "--quiet"))
    values = ",".join(f"v{i} = 0.0001" for i in range(3000))
    yield refused("an attribute of thousands of values", office(attribute=f'[attribute.risiko]\nvalues = {{ {values}, x = "rest" }}\n'),
                  PLACE + "attribute.risiko has 3001 values, the limit is")
    many = ",".join(f'"v{i}"' for i in range(5000))
    yield refused("a condition with thousands of values", office(exit=PARTS["exit"] + f"when = {{ risiko = [{many}] }}\n"),
                  PLACE + "a list of 5000 values, the limit is")
    nested = '"30 weeks"'
    for _ in range(30):
        nested = f'{{ by = "risiko", lav = {nested}, hoej = "20 weeks" }}'
    yield refused("choices thirty deep", office(exit=PARTS["exit"].replace('"26 weeks"', nested)), PLACE + 'nested more than 8 deep')
    tree = '"30 weeks"'
    for _ in range(12):
        tree = f'{{ by = "risiko", lav = {tree}, hoej = {tree} }}'
    yield refused("a full tree of choices", office(exit=PARTS["exit"].replace('"26 weeks"', tree)), PLACE + 'nested more than 8 deep')
    mixture = '"30 weeks"'
    for _ in range(20):
        mixture = f'{{ mixture = [{{ share = 0.5, of = {mixture} }}, {{ share = "rest", of = "2 weeks" }}] }}'
    yield refused("mixtures twenty deep", office(exit=PARTS["exit"].replace('"26 weeks"', mixture)), PLACE + 'nested more than 8 deep')
    loop = '[procedure.samtale.step.{}]\nnext = "{}"\n'
    yield refused("a loop that takes no time", office(step=PARTS["step"] + 'next = "a"\n' + loop.format("a", "b") + loop.format("b", "a")),
                  PLACE + "(a loop that takes no time|no way out)")
    yield refused("a loop of a choice", office(step=PARTS["step"] + 'next = "a"\n[procedure.samtale.step.a]\n'
                                               'next = { by = "risiko", lav = "a", hoej = "end" }\n'), PLACE + "a loop that takes no time")
    yield refused("a wait of no time in a loop", office(step=PARTS["step"] + 'next = "a"\n[procedure.samtale.step.a]\nwait = "0 min"\n'
                                                        'next = { by = "risiko", lav = "a", hoej = "end" }\n'), PLACE + "a loop that takes no time")
    chain = "".join(f'[procedure.samtale.step.s{i}]\nnext = "s{i + 1}"\n' for i in range(4000))
    yield handled("a chain of four thousand steps", office(step=PARTS["step"] + 'next = "s0"\n' + chain + "[procedure.samtale.step.s4000]\n"))
    turn = "".join(f'[procedure.samtale.step.s{i}]\nnext = "s{(i + 1) % 4000}"\n' for i in range(4000))
    yield refused("a turn of four thousand steps", office(step=PARTS["step"] + 'next = "s0"\n' + turn), PLACE + "no way out")
    starts = "".join(f'[procedure.p{i}]\nstart = "s"\n[procedure.p{i}.step.s]\nstart = "p{(i + 1) % 4000}"\n' for i in range(4000))
    yield refused("procedures that start each other in a ring", office(step=PARTS["step"] + 'start = "p0"\n' + starts), PLACE + "a loop that takes no time")
    unknown = "".join(f'[procedure.p{i}]\nstart = "s"\n[procedure.p{i}.step.s]\nwork = {{ pool = "medarbejdre{i}", time = "1 h" }}\n' for i in range(4000))
    yield refused("thousands of unknown names", office(step=PARTS["step"] + unknown), PLACE + 'unknown pool "medarbejdre0"')
    pools = "".join(f'[pool.pool{i}]\nstaff = 1\ncalendar = "always"\n' for i in range(4000))
    yield refused("thousands of unknown names among thousands", office(step=PARTS["step"] + unknown, pool=PARTS["pool"] + pools),
                  PLACE + 'unknown pool "medarbejdre0"')
    used = "".join(f'[procedure.p{i}]\nstart = "s"\n[procedure.p{i}.step.s]\nwork = {{ pool = "pool{i}", time = "1 h" }}\n' for i in range(4000))
    yield handled("thousands of everything", office(step=PARTS["step"] + used, pool=PARTS["pool"] + pools))
    flags = "".join(f'[procedure.samtale.step.s{i}]\nwait = "1 h"\nflag = "f{i}"\nnext = "s{i + 1}"\n' for i in range(4000))
    yield handled("thousands of flags", office(step=PARTS["step"] + 'next = "s0"\n' + flags + "[procedure.samtale.step.s4000]\n"))
    sets = ",".join(f"t{i} = true" for i in range(4000))
    yield handled("thousands of traits", office(exit=PARTS["exit"] + f"set = {{ {sets} }}\n"))
    trials = {f"t{i}.toml": f'[trial]\nid = "t{i}"\n[pool.medarbejder]\nlabel = "{i}"\n' for i in range(13)}
    dated = "".join(f'{{ file = "t{i}.toml", from = 2018-01-{i + 2:02} }},' for i in range(13))
    yield Case("thirteen dated trials", {"scenario.toml": office(arm=f'[[arm]]\nname = "a"\n[[arm]]\nname = "b"\nlast_wins = true\ntrials = [{dated}]\n')} | trials,
               PLACE + 'arm "b" has 13 trials with "from" or "when", the limit is')
    same = "".join(f'{{ file = "t{i}.toml", when = {{ risiko = ["lav", "hoej"], x{i} = true }} }},' for i in range(12))
    yield Case("four thousand sets of trials", {"scenario.toml": office(arm=f'[[arm]]\nname = "a"\n[[arm]]\nname = "b"\nlast_wins = true\ntrials = [{same}]\n')} | trials,
               PLACE + 'arm "b" has more than 64 sets of trials')
    body = "".join(f'[source.s{i}]\ntitle = "x"\n' for i in range(4000))
    arms = "".join(f'[[arm]]\nname = "a{i}"\n' for i in range(60))
    yield Case("a large law in sixty arms", {"scenario.toml": office(arm=arms, step=PARTS["step"] + used, pool=PARTS["pool"] + pools, more=body)},
               PLACE + "some .* values in the rules of all arms, the limit is 1000000")
    yield refused("a mistake in each of thousands of steps", office(step=PARTS["step"] + "".join(f"[procedure.samtale.step.x{i}]\nwrok = 1\n" for i in range(4000))),
                  PLACE + 'unknown key "wrok"')
    yield refused("removals of nothing", office(arm='[[arm]]\nname = "a"\n[[arm]]\nname = "b"\ntrials = ["t.toml"]\n'), 'nothing to remove at "pool.x0"',
                  prepare=lambda folder: open(f"{folder}/t.toml", "w").write(
                      '[trial]\nid = "t"\nremove = [' + ",".join(f'"pool.x{i}"' for i in range(20_000)) + "]\n"))


GROUPS = {"texts": texts, "files": files, "numbers": numbers, "sizes": sizes}
