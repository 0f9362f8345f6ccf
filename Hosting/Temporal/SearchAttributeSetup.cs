using Temporalio.Api.OperatorService.V1;
using Temporalio.Client;
using Temporalio.Exceptions;
using TemporalVideo.Hosting.Configuration;

namespace TemporalVideo.Hosting.Temporal;

/// <summary>Registers the search attributes that a namespace lacks.</summary>
public static class SearchAttributeSetup
{
    /// <summary>Registers what is missing.</summary>
    /// <param name="client">A client of the namespace.</param>
    /// <param name="engine">The wanted search attributes.</param>
    /// <exception cref="ConfigurationException">The server does not let us; the message says what an administrator has to do.</exception>
    public static async Task EnsureAsync(ITemporalClient client, EngineSettings engine)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(engine);
        try
        {
            var known = await client.Connection.OperatorService.ListSearchAttributesAsync(
                new ListSearchAttributesRequest { Namespace = engine.Namespace });
            var missing = engine.SearchAttributes.Where(attribute => !known.CustomAttributes.ContainsKey(attribute.Key)).ToList();
            if (missing.Count > 0)
            {
                var request = new AddSearchAttributesRequest { Namespace = engine.Namespace };
                request.SearchAttributes.Add(missing.ToDictionary());
                await client.Connection.OperatorService.AddSearchAttributesAsync(request);
            }
        }
        catch (RpcException exception) when (exception.Code is RpcException.StatusCode.PermissionDenied
            or RpcException.StatusCode.Unimplemented)
        {
            var wanted = string.Join(", ", engine.SearchAttributes.Select(attribute => $"{attribute.Key} ({attribute.Value})"));
            throw new ConfigurationException(
                [$"namespace '{engine.Namespace}': the server does not allow this client to register search attributes "
                    + $"({exception.Message}). "
                    + $"Have an administrator add {wanted}, or remove them from {ProductRoot.Marker} when they are there already."]);
        }
    }
}
