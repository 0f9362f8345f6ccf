using System.Collections.Concurrent;
using Google.Protobuf;
using Temporalio.Api.OperatorService.V1;
using TemporalVideo.DevServer.Cluster;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions;
using TemporalVideo.DevServer.Namespaces;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>What every call is checked for before its handler sees it: the client's version, its times and the namespace.</summary>
internal sealed class CallChecks(NamespaceRegistry namespaces)
{
    // These name a namespace that need not exist, or look it up by id as well.
    private static readonly HashSet<string> OwnNamespaceCheck =
        ["RegisterNamespace", "DescribeNamespace", "UpdateNamespace", "DeprecateNamespace", "DeleteNamespace"];

    private static readonly ConcurrentDictionary<Type, Fields> FieldsOf = new();

    /// <exception cref="ServiceException">The call is refused.</exception>
    public void Check(IMessage request, ServiceCall call)
    {
        ClientVersionCheck.Check(call.Headers);
        if (TimeFields.FindInvalid(request) is { } field)
        {
            throw ServiceErrors.InvalidArgument($"An invalid {field} is set on request.");
        }

        var fields = FieldsOf.GetOrAdd(request.GetType(), Fields.Find);
        if (fields.Namespace is null || OwnNamespaceCheck.Contains(call.Method))
        {
            return;
        }

        var name = (string)fields.Namespace.Get(request)!;
        if (name.Length > 0 || !fields.MayBeEmpty)
        {
            var record = namespaces.Require(name);
            if (fields.TaskToken?.Get(request) is ByteString token && Tokens.Read(token).NamespaceId != record.Id)
            {
                throw ServiceErrors.InvalidArgument("Operation requested with a token from a different namespace.");
            }
        }
    }

    /// <param name="Namespace">The field that names the namespace, if there is one.</param>
    /// <param name="MayBeEmpty">A task token says which namespace, and operators may speak of the cluster.</param>
    /// <param name="TaskToken">The field that holds a task token, if there is one.</param>
    private sealed record Fields(MessageMember? Namespace, bool MayBeEmpty, MessageMember? TaskToken)
    {
        public static Fields Find(Type message)
        {
            var members = MessageMember.Of(message).ToList();
            var token = members.Find(member => member.Name == "TaskToken");
            return new Fields(
                members.Find(member => member.Name == "Namespace" && member.Type == typeof(string)),
                token is not null || message.Namespace == typeof(AddSearchAttributesRequest).Namespace,
                token);
        }
    }
}
