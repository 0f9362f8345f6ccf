namespace Temporalio.Client.Interceptors;

/// <summary>Intercepts the calls of clients. One that is a worker interceptor too also intercepts the workers of its client.</summary>
public interface IClientInterceptor
{
    /// <summary>Puts an interceptor before the next one.</summary>
    ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => nextInterceptor;
}
