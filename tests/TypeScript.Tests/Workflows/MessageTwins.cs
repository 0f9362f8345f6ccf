using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>The workflow of <c>node/workflows/messages.js</c>.</summary>
internal static class MessageTwins
{
    [Workflow("ledger")]
    public class Ledger
    {
        private int _sum;
        private bool _finished;

        [WorkflowRun]
        public async Task<int> RunAsync(int start = 0)
        {
            _sum += start;
            await Workflow.WaitConditionAsync(() => _finished);
            return _sum;
        }

        [WorkflowSignal("add")]
        public Task AddAsync(int value)
        {
            _sum += value;
            return Task.CompletedTask;
        }

        [WorkflowSignal("finish")]
        public Task FinishAsync()
        {
            _finished = true;
            return Task.CompletedTask;
        }

        [WorkflowQuery("total")]
        public int Total() => _sum;

        [WorkflowQuery("fail")]
        public int Fail() => throw new ApplicationFailureException("This query always fails.", errorType: "QueryRefused", nonRetryable: true);

        [WorkflowUpdate("addNow")]
        public Task<int> AddNowAsync(int value) => Task.FromResult(_sum += value);

        [WorkflowUpdateValidator(nameof(AddNowAsync))]
        public void ValidateAddNow(int value)
        {
            if (value <= 0)
            {
                throw new ApplicationFailureException("Only positive values.", errorType: "NotPositive", nonRetryable: true, details: [value]);
            }
        }

        [WorkflowUpdate("addLater")]
        public async Task<int> AddLaterAsync(int value) =>
            _sum += await Workflow.ExecuteActivityAsync(() => TwinActivities.Double(value), TwinOptions.Minute);

        [WorkflowUpdate("refuse")]
        public Task<int> RefuseAsync(string value) =>
            throw new ApplicationFailureException("Refused by the handler.", errorType: "Refused", nonRetryable: true, details: [value]);
    }
}
