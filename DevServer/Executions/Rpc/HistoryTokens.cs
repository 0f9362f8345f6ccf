using Google.Protobuf;
using TemporalVideo.DevServer.Errors;
using TemporalVideo.DevServer.Executions.State;

namespace TemporalVideo.DevServer.Executions.Rpc;

/// <summary>Reads the tokens of history pages.</summary>
internal static class HistoryTokens
{
    public static HistoryToken? Read(ByteString token)
    {
        try
        {
            return token.IsEmpty ? null : HistoryToken.Parser.ParseFrom(token);
        }
        catch (InvalidProtocolBufferException)
        {
            throw ServiceErrors.InvalidArgument("Invalid NextPageToken.");
        }
    }
}
