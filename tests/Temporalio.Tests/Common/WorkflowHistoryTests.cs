using Temporalio.Api.Enums.V1;
using Temporalio.Common;

namespace Temporalio.Tests.Common;

public class WorkflowHistoryTests
{
    private const string Canonical = """
        {"events":[
          {"eventId":"1","eventType":"EVENT_TYPE_WORKFLOW_EXECUTION_STARTED","workflowExecutionStartedEventAttributes":
            {"taskQueue":{"name":"Normal","kind":"TASK_QUEUE_KIND_NORMAL"},"input":{"payloads":[{"metadata":{"encoding":"anNvbi9wbGFpbg=="},"data":"Ik5vcm1hbCI="}]}}},
          {"eventId":"2","eventType":"EVENT_TYPE_ACTIVITY_TASK_FAILED","activityTaskFailedEventAttributes":
            {"failure":{"cause":{"timeoutFailureInfo":{"timeoutType":"TIMEOUT_TYPE_HEARTBEAT"}}},"retryState":"RETRY_STATE_TIMEOUT"}}]}
        """;

    private const string Older = """
        {"events":[
          {"eventId":"1","eventType":"WorkflowExecutionStarted","workflowExecutionStartedEventAttributes":
            {"taskQueue":{"name":"Normal","kind":"Normal"},"input":{"payloads":[{"metadata":{"encoding":"anNvbi9wbGFpbg=="},"data":"Ik5vcm1hbCI="}]}}},
          {"eventId":"2","eventType":"ActivityTaskFailed","activityTaskFailedEventAttributes":
            {"failure":{"cause":{"timeoutFailureInfo":{"timeoutType":"Heartbeat"}}},"retryState":"Timeout"}}]}
        """;

    [Fact]
    public void FromJson_BothFormsOfEnums_AreTheSame()
    {
        var canonical = WorkflowHistory.FromJson("id", Canonical);

        WorkflowHistory.FromJson("id", Older).Events.Should().Equal(canonical.Events);
        canonical.Events.Last().ActivityTaskFailedEventAttributes.Failure.Cause.TimeoutFailureInfo.TimeoutType.Should().Be(TimeoutType.Heartbeat);
        canonical.Events.First().WorkflowExecutionStartedEventAttributes.TaskQueue.Name.Should().Be("Normal");
    }

    [Fact]
    public void ToJson_ReadBack_IsTheSame()
    {
        var history = WorkflowHistory.FromJson("id", Canonical);
        var written = new StringWriter();
        history.ToJson(written);

        WorkflowHistory.FromJson("id", history.ToJson()).Events.Should().Equal(history.Events);
        written.ToString().Should().Be(history.ToJson());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("nothing")]
    public void FromJson_NotAHistory_IsRefused(string json) =>
        ((Action)(() => WorkflowHistory.FromJson("id", json))).Should().Throw<ArgumentException>();
}
