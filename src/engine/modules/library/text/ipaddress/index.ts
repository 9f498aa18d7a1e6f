/** `ipaddress`: addresses and networks of both versions. Answers to: ipaddress.py. */
import { pythonModule } from '../../../library.ts';
import { ADDRESSES } from './addresses.ts';
import { NETWORKS } from './networks.ts';

export const ipaddressModule = pythonModule('ipaddress', ADDRESSES + NETWORKS);
