using TemporalVideo.TypeScript.Tests.Servers;

namespace TemporalVideo.TypeScript.Tests.Scenarios;

/// <summary>The reference histories (section C20 of the conformance reference) and the common samples.</summary>
internal static class Reference
{
    private const string Ledger = "Started wft ";
    private const string Finish = "Signaled wft Completed";

    /// <summary>All scenarios.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        // Activities.
        new("oneActivity", "\"Hello Ada\"", "Started wft act wft Completed"),
        new("parallelActivities", """["first","early","third"]""", "Started wft actS actS actS actT actC wft actT actT actC actC wft Completed", OnTypeScriptOnly: true),
        new("activityFallback", "\"refuse Refused for good, Hello fallback\"", "Started wft actS actT actFailed wft act wft Completed"),
        new("activityRetried", "\"attempt 2\"", "Started wft act wft Completed"),
        new("activityHeartbeats", "\"resumed at 3\"", "Started wft act wft Completed"),
        new("activityCompletedLater", "\"completed from outside\"", "Started wft act wft Completed"),

        // Timers.
        new("timer", "\"fired\"", "Started wft TimerStarted TimerFired wft Completed"),
        new("timerRace", "\"cancelled\"", "Started wft TimerStarted TimerStarted TimerFired wft TimerCanceled Completed"),
        new("conditionTimeout", "false", "Started wft TimerStarted TimerFired wft Completed"),

        // Cancellation and termination.
        new("cancelWaiting", "\"WorkflowFailedError CancelledFailure\"", "Started wft actS CancelRequested wft actCancelRequested actT actCanceled wft act wft Canceled"),
        new("cancelTrying", "\"WorkflowFailedError CancelledFailure\"", "Started wft actS CancelRequested wft actCancelRequested act wft Canceled"),
        new("cancelAbandoning", "\"WorkflowFailedError CancelledFailure\"", "Started wft actS CancelRequested wft act wft Canceled"),
        new("cancelSwallowed", "\"swallowed\"", "Started wft TimerStarted CancelRequested wft TimerCanceled Completed"),
        new("terminateDuringTask", "\"WorkflowFailedError TerminatedFailure: enough\"", "Started wft Signaled wftS wftT wftFailed Signaled Terminated", OnTypeScriptOnly: true),

        // Signals, queries, updates.
        new("signal", "10", Ledger + Finish),
        new("signalsInOrder", "6", Ledger + "Signaled wft Signaled wft Signaled wft " + Finish),
        new("signalWithStart", "3", Ledger + "Signaled wft " + Finish),
        new("queries", """{"running":5,"afterSignal":7,"closed":7,"failed":"QueryNotRegisteredError: This query always fails.","unknown":"QueryNotRegisteredError true"}""", Ledger + "Signaled wft " + Finish),
        new("updateInOneTask", """{"sum":5,"result":5}""", Ledger + "wft UpdateAccepted UpdateCompleted " + Finish),
        new("updateWithActivity", """{"sum":9,"result":9}""", Ledger + "wft UpdateAccepted act wft UpdateCompleted " + Finish),
        new("updateFails", """{"error":"WorkflowUpdateFailedError Refused this","result":1}""", Ledger + "wft UpdateAccepted UpdateCompleted " + Finish),
        new("updateRejected", """{"error":"WorkflowUpdateFailedError NotPositive -4","result":1}""", Ledger + Finish),
        new("sameUpdateTwice", "[5,5,5]", Ledger + "wft UpdateAccepted UpdateCompleted " + Finish),

        // Children and other workflows.
        new("child", "\"child\"", "Started wft ChildInitiated ChildStarted wft ChildCompleted wft Completed"),
        new("childFails", "\"childFailing Refused\"", "Started wft ChildInitiated ChildStarted wft ChildFailed wft Completed"),
        new("childIdTaken", """{"result":"taken","other":"on"}""", "Started wft ChildInitiated StartChildFailed wft Completed"),
        new("childCancelledWaiting", "\"child cancelled\"", "Started wft ChildInitiated ChildStarted wft CancelExternalInitiated ExternalCancelRequested wft ChildCanceled wft Completed"),
        new("childCancelledTrying", """{"result":"child cancelled","end":"TerminatedFailure"}""", "Started wft ChildInitiated ChildStarted wft CancelExternalInitiated Completed"),
        new("signalOther", """{"result":"unknown","other":"from outside"}""", "Started wft SignalExternalInitiated ExternalSignaled wft SignalExternalInitiated SignalExternalFailed wft Completed"),
        new("cancelOther", """{"result":"asked","other":"CancelledFailure"}""", "Started wft CancelExternalInitiated ExternalCancelRequested wft CancelExternalInitiated CancelExternalFailed wft Completed"),

        // Continue-as-new, patches, local activities, attributes.
        new("continueAsNew", "\"continued run\"", "Started wft ContinuedAsNew"),
        new("patch", "\"Hello new\"", "Started wft Marker UpsertSA act wft Completed"),
        new("deprecatedPatch", "\"Hello new\"", "Started wft Marker UpsertSA act wft Completed"),
        new("localActivities", "\"Hello one, Hello two\"", "Started wft Marker Marker Completed"),
        new("localActivityFails", "\"Refused\"", "Started wft Marker Completed"),
        new("longLocalActivity", "\"2 tasks\"", "Started wft wft Marker Completed"),
        new("upserts", """{"memo":{"added":"by the workflow","kept":"from the start"},"stage":"rendering","count":3}""", "Started wft UpsertSA PropertiesModified Completed"),

        // Workflow tasks that fail, and a worker that dies.
        new("taskFails", "\"Hello Ada\"", "Started wftS wftT wftFailed wft act wft Completed", OnTypeScriptOnly: true),
        new("stickyTaskFails", "5", "Started wft Signaled wftS wftT wftFailed wft " + Finish, OnTypeScriptOnly: true),
        new("workerDies", "0", "Started wft Signaled wftS wftTimedOut wft Completed", OnTypeScriptOnly: true),

        // The client's own calls.
        new("alreadyStarted", """{"name":"WorkflowExecutionAlreadyStartedError","same":true,"closed":"WorkflowExecutionAlreadyStartedError"}""", Ledger + Finish),
        new("visibility", """{"running":[{"own":true,"type":"ledger","taskQueue":true}],"left":0}""", Ledger + Finish),
        new("schedule", """{"result":"Hello schedule","paused":true,"note":"enough","memo":{"kept":"here"},"next":10,"every":432000000,"gone":"ScheduleNotFoundError"}""", null),

        // What crosses languages.
        new("payloads", """{"record":{"name":"film!","size":6,"parts":[{"title":"ÖNE","weight":0.5},{"title":"TWO","weight":1e21}]},"bytes":[0,1,254,255],"nothingIsNull":true,"sum":42,"text":"𝄞本日éa"}""", "Started wft Completed"),
        new("reversedBytes", """{"bytes":[255,254,1,0],"isArray":true}""", "Started wft Completed"),
        new("returnsNull", "null", "Started wft Completed"),
        new("fails", """{"name":"WorkflowFailedError","causes":[{"name":"ApplicationFailure","message":"at the top – ünïcödé","type":"Top","nonRetryable":true,"details":[{"name":"detail","size":7,"parts":[]},"second"]},{"name":"ApplicationFailure","message":"in the middle","type":"Middle","nonRetryable":false,"details":[]},{"name":"ApplicationFailure","message":"the root","type":"Root","nonRetryable":true,"details":[[1,2],null]}]}""", "Started wft Failed"),
        new("usesActivitiesOf", "\"Hello over there; resumed at 3; refuse Refused over there the cause\"", "Started wft act wft act wft actS actT actFailed wft Completed"),
        new("usesChildOf", "\"Hello child; fails Top 7 Root\"", null),
    ];

    /// <summary>A scenario by its name.</summary>
    public static Scenario Of(string name) => All.Single(scenario => scenario.Name == name);

    /// <summary>The scenarios that a language's worker can play.</summary>
    public static IEnumerable<string> Names(Language on) =>
        All.Where(scenario => on == Language.TypeScript || !scenario.OnTypeScriptOnly).Select(scenario => scenario.Name);
}
