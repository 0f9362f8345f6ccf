namespace Temporalio.Worker.Interceptors;

/// <summary>Puts interceptors around every workflow and activity of a worker. Client interceptors that implement it serve workers of the client too.</summary>
public interface IWorkerInterceptor
{
    /// <summary>Puts an interceptor in front of a workflow.</summary>
    /// <param name="nextInterceptor">The interceptor to call.</param>
    /// <returns>The interceptor to use; by default the given one.</returns>
    WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => nextInterceptor;

    /// <summary>Puts an interceptor in front of an activity.</summary>
    /// <param name="nextInterceptor">The interceptor to call.</param>
    /// <returns>The interceptor to use; by default the given one.</returns>
    ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => nextInterceptor;
}
