# Work that goes on in the background
room-jobs = Jobs

job-list = Work in the background
job-show = Progress of a job
job-cancel = Cancel the job
    .lead = What has not been saved will not be. What is finished stays.
    .verb = Cancel the job
job-retry = Run again
    .lead = Look at the cause first. The job begins anew, in the name of whoever asked for it.
    .verb = Run again

job-list-own = What you asked for and takes longer.
job-list-all = Those that failed come first.
job-sheet = Jobs
job-none = Work that takes long will be shown here.
job-what = Job
job-state = State
job-by = Asked for by
job-when = Since
job-state-queued = Waiting its turn
job-state-running = Running
job-state-done = Done
job-state-refused = Refused
job-state-dead = Failed
job-state-cancelled = Cancelled
job-how-far = Progress
job-outcome = Outcome
job-asked = Asked for by { $name }, { $when }.
job-share = { $done } of { $total } steps done.
job-fault = Stopped at attempt { $attempts }: { $fault }. The whole cause is in the server's log.
job-stopping = Asked to stop; it will stop in a moment.
job-refreshes = This page loads itself anew.
job-stand-still = Stop reloading
job-look-again = Look again
job-result = See the result

job-asked-to-stop = { $job }: asked to stop.
job-was-cancelled = { $job }: cancelled.
job-was-retried = { $job }: waiting its turn again.

refusal-jobs-01 = Somebody else has asked for the same, and it is not finished.
    .next = Wait until it is, then try again.
refusal-jobs-02 = This job has ended.
    .next = See its result, or ask for a new one.
refusal-jobs-03 = Only a job that failed can be run again.
    .next = See its state on its page.
refusal-jobs-04 = The right to this job is gone, or what it was about is gone.
    .next = Check the agreement and the roles of the account, then ask again.
refusal-jobs-05 = Nobody is running this job yet.
    .next = Wait for its turn.
refusal-jobs-06 = The job was asked to stop.
    .next = Ask again if it is still needed.
refusal-jobs-07 = What was filled in needs mending.
    .next = Mend it, then ask again.

event-JobEnqueued = Job asked for
event-JobCancelled = Job cancelled
event-JobRetried = Job run again
event-JobFailed = Job failed
