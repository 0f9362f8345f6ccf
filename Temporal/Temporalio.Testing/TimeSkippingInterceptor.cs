using Temporalio.Api.Enums.V1;
using Temporalio.Client.Interceptors;

namespace Temporalio.Testing;

/// <summary>Skips time while the end of a workflow is waited for.</summary>
internal sealed class TimeSkippingInterceptor(TimeSkippingEnvironment environment) : IClientInterceptor
{
    /// <inheritdoc />
    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new Outbound(environment, nextInterceptor);

    private sealed class Outbound(TimeSkippingEnvironment environment, ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
    {
        public override Task<WorkflowHistoryEventPage> FetchWorkflowHistoryEventPageAsync(FetchWorkflowHistoryEventPageInput input) =>
            input is { WaitNewEvent: true, EventFilterType: HistoryEventFilterType.CloseEvent }
                ? environment.SkippingAsync(() => base.FetchWorkflowHistoryEventPageAsync(input))
                : base.FetchWorkflowHistoryEventPageAsync(input);
    }
}
