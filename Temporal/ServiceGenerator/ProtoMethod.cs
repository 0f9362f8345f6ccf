namespace Temporalio.ServiceGenerator;

/// <summary>A unary method of a service.</summary>
internal sealed class ProtoMethod
{
    public ProtoMethod(string name, string requestType, string responseType)
    {
        Name = name;
        RequestType = requestType;
        ResponseType = responseType;
    }

    public string Name { get; }

    /// <summary>C# type, with its namespace.</summary>
    public string RequestType { get; }

    /// <summary>C# type, with its namespace.</summary>
    public string ResponseType { get; }
}
