using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace TemporalVideo.Aws.Protocol;

/// <summary>A client of a service that speaks the AWS query protocol: a form is sent, XML comes back.</summary>
/// <param name="options">Profile and region.</param>
/// <param name="service">The service.</param>
/// <param name="version">Version of the service's interface.</param>
internal sealed class QueryClient(AwsOptions options, AwsService service, string version) : AwsClient(options, service)
{
    /// <summary>Calls an operation.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="input">Its parameters.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer; its elements have namespaces.</returns>
    /// <exception cref="AmazonServiceException">The service refused; <c>ErrorCode</c> is its name for the reason.</exception>
    public async Task<XElement?> CallAsync(
        string operation, IReadOnlyDictionary<string, string> input, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>(input) { ["Action"] = operation, ["Version"] = version };
        return (await SendAsync<Answer>(new Call(form), new Writer(Service), new Reader(), cancellationToken)).Body;
    }

    private sealed class Call(IReadOnlyDictionary<string, string> form) : AmazonWebServiceRequest
    {
        public byte[] Body => Encoding.UTF8.GetBytes(string.Join('&', form.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")));
    }

    private sealed class Answer : AmazonWebServiceResponse
    {
        public XElement? Body { get; init; }
    }

    private sealed class Writer(string service) : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
            request.Headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8";
            request.Content = ((Call)input).Body;
            return request;
        }
    }

    private sealed class Reader : XmlResponseUnmarshaller
    {
        public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input) => new Answer { Body = Read(input) };

        public override AmazonServiceException UnmarshallException(
            XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
        {
            var body = Read(input);
            var (code, message) = (Text(body, "Code"), Text(body, "Message"));
            return new AmazonServiceException(
                message.Length > 0 ? $"{code}: {message}" : $"{code} ({(int)statusCode})", innerException,
                (int)statusCode < 500 ? ErrorType.Sender : ErrorType.Receiver, code, Text(body, "RequestId"), statusCode);
        }

        private static string Text(XElement? body, string name) =>
            body?.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() ?? "";

        private static XElement? Read(XmlUnmarshallerContext input)
        {
            using var text = new StreamReader(input.Stream, Encoding.UTF8);
            try
            {
                return text.ReadToEnd() is { Length: > 0 } xml ? XElement.Parse(xml) : null;
            }
            catch (XmlException)
            {
                // Not the service's: what a proxy answers is told by its status.
                return null;
            }
        }
    }
}
