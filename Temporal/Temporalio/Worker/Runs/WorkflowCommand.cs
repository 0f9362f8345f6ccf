using Temporalio.Api.Command.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Workflows;

namespace Temporalio.Worker.Runs;

/// <summary>One thing that the workflow's code asks for during an activation.</summary>
internal abstract record WorkflowCommand
{
    /// <summary>Begins something that goes on: a machine of its own carries it out.</summary>
    /// <param name="Seq">Number by which the code knows it, unique per type.</param>
    public abstract record Begin(uint Seq) : WorkflowCommand;

    /// <summary>The code no longer wants what it has begun.</summary>
    /// <param name="Begun">Type of the <see cref="Begin"/>.</param>
    /// <param name="Seq">Its number.</param>
    public sealed record Cancel(Type Begun, uint Seq) : WorkflowCommand
    {
        public static Cancel Of<TBegin>(uint seq)
            where TBegin : Begin => new(typeof(TBegin), seq);
    }

    /// <summary>Sends a command as it is; nothing comes of it but its event.</summary>
    public abstract record Single : WorkflowCommand
    {
        public abstract Command ToCommand();
    }

    public sealed record StartTimer(uint Seq, StartTimerCommandAttributes Attributes, UserMetadata? Metadata) : Begin(Seq);

    public sealed record ScheduleActivity(
        uint Seq, ScheduleActivityTaskCommandAttributes Attributes, ActivityCancellationType CancellationType, UserMetadata? Metadata)
        : Begin(Seq);

    public sealed record ScheduleLocalActivity(LocalActivityRequest Request) : Begin(Request.Seq);

    public sealed record StartChild(
        uint Seq,
        StartChildWorkflowExecutionCommandAttributes Attributes,
        ChildWorkflowCancellationType CancellationType,
        UserMetadata? Metadata)
        : Begin(Seq);

    public sealed record SignalExternal(uint Seq, SignalExternalWorkflowExecutionCommandAttributes Attributes) : Begin(Seq);

    public sealed record CancelExternal(uint Seq, RequestCancelExternalWorkflowExecutionCommandAttributes Attributes) : Begin(Seq);

    public sealed record SetPatch(string Id, bool Deprecated) : WorkflowCommand;

    public sealed record UpsertSearchAttributes(SearchAttributes Attributes) : Single
    {
        public override Command ToCommand() => new()
        {
            CommandType = CommandType.UpsertWorkflowSearchAttributes,
            UpsertWorkflowSearchAttributesCommandAttributes = new() { SearchAttributes = Attributes },
        };
    }

    public sealed record UpsertMemo(Memo Memo) : Single
    {
        public override Command ToCommand() => new()
        {
            CommandType = CommandType.ModifyWorkflowProperties,
            ModifyWorkflowPropertiesCommandAttributes = new() { UpsertedMemo = Memo },
        };
    }

    public sealed record AcceptUpdate(string ProtocolId) : WorkflowCommand;

    public sealed record RejectUpdate(string ProtocolId, Failure Failure) : WorkflowCommand;

    public sealed record CompleteUpdate(string ProtocolId, Payloads? Result, Failure? Failure) : WorkflowCommand;

    /// <summary>Ends the run; the command is complete as it is.</summary>
    public sealed record End(Command Command) : Single
    {
        public override Command ToCommand() => Command;
    }
}
